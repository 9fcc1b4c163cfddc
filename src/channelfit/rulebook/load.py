"""Finds and opens a rulebook."""

import hashlib
from pathlib import Path

from channelfit.rulebook.compiled import COMPILED, Inputs, open_compiled, write_compiled
from channelfit.rulebook.model import Rulebook

PACKAGED = Path(__file__).parents[1] / "rules"
CHECKOUT = Path(__file__).parents[3] / "rules"


def rules_folder() -> Path:
    """The built-in rulebook: inside the installed package, or the checkout's own when installed from it in place."""
    return PACKAGED if PACKAGED.is_dir() else CHECKOUT


def load_rulebook(folder: Path | None = None, cache: Path | None = None) -> Rulebook:
    """The rulebook of a folder (the built-in one by default), from its compiled form where that is fresh.

    `cache` is a folder where a compiled form may be kept. Raises Unusable when the YAML cannot be used.
    """
    folder = folder or rules_folder()
    inputs = Inputs(folder)
    kept = cache / f"{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]}-{COMPILED}" if cache else None
    for candidate in (kept, folder / COMPILED):
        if candidate is not None and (rulebook := open_compiled(candidate, inputs)) is not None:
            return rulebook
    rulebook = compile_folder(folder, inputs)
    if kept is not None:
        write_compiled(kept, rulebook, inputs)
    return rulebook


def compile_folder(folder: Path, inputs: Inputs) -> Rulebook:
    """Read, check and link the YAML of a folder. Raises Unusable."""
    from channelfit.rulebook.gather import gather
    from channelfit.rulebook.link.rulebook import link

    return link(gather(folder), inputs.knowledge_digest())
