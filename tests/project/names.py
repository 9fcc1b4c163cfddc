"""The names a document uses: commands and their options, paths, environment variables."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from typer.main import get_command

from channelfit.cli.app import COMMANDS, app
from tests.project.documents import blocks

INLINE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z0-9-]*")
CALL = re.compile(r"(?:^|[\s/$])channelfit((?: [^\s|&;`]+)*)")
VARIABLE = re.compile(r"\b(?:[A-Z]+_[A-Z_]+|COLUMNS|LANG|HOME)\b")
PATH = re.compile(r"(?:[\w.-]+/)+[\w.*-]*|[\w-]+\.(?:md|py|toml|yaml)|\.ci/run")
PLACEHOLDERS = re.compile(r"[A-Z]+")


class Call(NamedTuple):
    """A channelfit command as written: its sub-commands, and the options after them."""

    words: tuple[str, ...]
    options: tuple[str, ...]


@cache
def commands() -> dict[tuple[str, ...], frozenset[str]]:
    """Every command, by its words, with the options it takes."""
    found: dict[tuple[str, ...], frozenset[str]] = {(): _options(get_command(app))}
    for name, module in COMMANDS.items():
        command: Any = get_command(import_module(module).app)
        found[(name,)] = _options(command)
        for child, command_below in getattr(command, "commands", {}).items():
            found[(name, child)] = _options(command_below)
            found[(name,)] |= found[(name, child)]
    return found


def _options(command: Any) -> frozenset[str]:
    return frozenset(option for param in command.params for option in param.opts if option.startswith("--")) | {"--help"}


def code(text: str) -> Iterator[str]:
    """The lines of fenced blocks, and what stands between back-quotes in prose."""
    for block in blocks(text):
        if block.language in ("sh", "console"):
            lines = block.content.splitlines()
            yield from (line for line in lines if block.language == "sh" or line.startswith("$ "))
    prose = text
    for block in reversed(list(blocks(text))):
        prose = prose[: block.start] + prose[block.end :]
    yield from INLINE.findall(prose)


def calls(text: str) -> Iterator[Call]:
    for piece in code(text):
        yield from calls_in(piece)


def calls_in(piece: str) -> Iterator[Call]:
    for match in CALL.finditer(piece):
        words = match[1].split()
        yield Call(_command_words(words), tuple(OPTION.findall(match[1])))


def _command_words(words: list[str]) -> tuple[str, ...]:
    named: list[str] = []
    for word in words[:2]:
        if word.startswith("-") or (named and (*named, word) not in commands()):
            break
        named.append(word)
    return tuple(named)


def options(text: str) -> set[str]:
    """Options named on their own, between back-quotes."""
    return {option for piece in code(text) if piece.startswith("--") for option in OPTION.findall(piece)}


def variables(text: str) -> set[str]:
    return {name for piece in code(text) for name in VARIABLE.findall(piece)}


def paths(text: str) -> set[str]:
    """Paths of the checkout named between back-quotes, and the targets of links; addresses of the web are left out."""
    inline = {piece for piece in code(text) if PATH.fullmatch(piece)}
    return inline | {target for target in LINK.findall(text) if "://" not in target}
