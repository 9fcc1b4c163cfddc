"""What the documents show: captured commands, files, and a program. Each is taken again and compared, or refreshed."""

import atexit
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
WIDTH = "96"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROMPT = "$ "
WRITING = "init"  # the command that writes files: it runs in a folder that is gone afterwards


class Block(NamedTuple):
    """A fenced block: what it is, what stands in it, and where its content begins and ends."""

    language: str
    content: str
    start: int
    end: int


def documents() -> list[Path]:
    return [README, CONTRIBUTING, *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "examples").rglob("README.md"))]


def blocks(text: str, language: str | None = None) -> Iterator[Block]:
    for match in FENCE.finditer(text):
        if language in (None, match[1]):
            yield Block(match[1], match[2], match.start(2), match.end(2))


def retaken(text: str) -> str:
    """The document with everything that is shown in it taken again."""
    for block in reversed(list(blocks(text))):
        text = text[: block.start] + _taken(block, text) + text[block.end :]
    return text


def _taken(block: Block, text: str) -> str:
    first, _, _ = block.content.partition("\n")
    if block.language == "console" and first.startswith(PROMPT):
        return f"{first}\n{answer(first.removeprefix(PROMPT))}"
    if block.language == "yaml" and (ROOT / first.removeprefix("# ")).is_file():
        return f"{first}\n{(ROOT / first.removeprefix('# ')).read_text(encoding='utf-8')}"
    if block.language == "text" and (program := _program_before(block, text)) is not None:
        return _said(["-c", program])
    return block.content


def _program_before(block: Block, text: str) -> str | None:
    before = [other for other in blocks(text, "python") if other.end < block.start]
    if not before:
        return None
    between = text[before[-1].end : block.start].strip("`\n")
    return before[-1].content if between == "text" else None


def answer(command: str) -> str:
    """What a channelfit command says, on a screen of a fixed width, as of a fixed day unless it names one."""
    name, *arguments = shlex.split(command)
    assert name == "channelfit", command
    if arguments[0] == WRITING:
        with tempfile.TemporaryDirectory() as folder:
            return _said(["-m", "channelfit", *arguments], Path(folder))
    return _said(["-m", "channelfit", *arguments])


@cache
def _home() -> str:
    """A home folder that is gone afterwards; the rulebook is compiled into it once."""
    home = tempfile.TemporaryDirectory()
    atexit.register(home.cleanup)
    return home.name


def _said(arguments: list[str], folder: Path = ROOT) -> str:
    environ = {"PATH": os.environ["PATH"], "HOME": _home(), "LC_ALL": "C.UTF-8", "COLUMNS": WIDTH}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=folder, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False)
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.decode().strip("\n").splitlines())
