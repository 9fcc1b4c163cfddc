"""Compiles the rulebook into the wheel, so that the first answer is as fast as the second."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRulebook(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return  # the checkout's own rules are read, and compiled on first use
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from channelfit.rulebook.compiled import COMPILED, Inputs, write_compiled
        from channelfit.rulebook.load import compile_folder

        rules = root / "rules"
        target = Path(tempfile.mkdtemp()) / COMPILED
        write_compiled(target, compile_folder(rules, Inputs(rules)), Inputs(rules))
        build_data["force_include"][str(target)] = f"channelfit/rules/{COMPILED}"
