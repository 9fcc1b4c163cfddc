"""channelfit.yaml: every option, set once for a folder and those below it."""

from collections.abc import Mapping as MappingType
from pathlib import Path
from typing import TypeAlias

from channelfit.report.audit import WRITERS
from channelfit.source.parse import parse_whole
from channelfit.source.place import Place, Span, Unusable
from channelfit.source.read import as_text, read_bytes
from channelfit.source.reader import Reader, is_empty
from channelfit.source.tree import Document, Mapping, Node, Scalar
from channelfit.words import LANGUAGES

CONFIG = "channelfit.yaml"
TEXTS = ("lang", "format", "output", "as_of")
SWITCHES = ("quiet", "verbose", "no_input")
FLAGS = ("check", "origin", "strict")  # switches of one command
DAYS = ("as_of", "from", "to", "starts")
NUMBERS = ("coverage", "hours", "p0", "p1", "weeks")
LISTS = ("goal", "audience", "fact", "consider", "what_if", "select", "ignore", "map", "rules", "require", "exclude", "min_reach")
TABLES = ("severity", "limits")
OVERLAYS = "rules"  # a list of paths, or the options of the command of that name
CHOICES = {"lang": tuple(LANGUAGES), "format": (*WRITERS, "html"), "fail_on": ("error", "warning", "info", "never")}
UNKNOWN = {"fail_on": "unknown-threshold"}  # the problem of a wrong choice, where its name is not that of the setting
COMMANDS: MappingType[str, tuple[str, ...]] = {
    "advise": (*TEXTS, *SWITCHES, "rules", "goal", "audience", "fact", "consider", "what_if", "brief_out", "check"),
    "audit": (*TEXTS, *SWITCHES, "rules", "fail_on", "select", "ignore", *TABLES, "baseline", "observed", "organisation"),
    "import": ("lang", "output", "as_of", *SWITCHES, "rules", "map", "preset", "report"),
    "channels": (*TEXTS, *SWITCHES, "rules"),
    "rules": (*TEXTS, *SWITCHES, "rules", "origin", "from", "to", "coverage", "strict"),
    "plan": (*TEXTS, *SWITCHES, "rules", "fact", "consider", "hours", "presence", "require", "exclude", "min_reach"),
    "screen": (*TEXTS, *SWITCHES, "rules", "presence", "letter", "print", "register", "request_out"),
    "schema": ("lang", "output", "as_of", *SWITCHES, "rules"),
    "survey": (*TEXTS, *SWITCHES, "rules", "update"),
    "pilot": (*TEXTS, *SWITCHES, "rules", "channel", "against", "template", "metric", "p0", "p1", "weeks", "starts", "update"),
    "init": ("lang", "as_of", *SWITCHES, "name", "country", "source"),
}

Setting: TypeAlias = str | bool | tuple[Scalar, ...] | Mapping


class Config:
    """The settings of a file: those for one command, then those for all."""

    def __init__(self, document: Document | None = None, folder: Path | None = None) -> None:
        self.document = document
        self._folder = folder
        self._shared: dict[str, Setting] = {}
        self._of: dict[str, dict[str, Setting]] = {}
        self._spans: dict[tuple[str | None, str], Span] = {}
        if document is not None:
            self._read(document)

    def get(self, command: str, option: str) -> Setting | None:
        return self._of.get(command, {}).get(option, self._shared.get(option))

    def text(self, command: str, option: str) -> str | None:
        value = self.get(command, option)
        return value if isinstance(value, str) else None

    def place(self, command: str, option: str) -> Place | None:
        """Where what is set stands."""
        span = self._spans.get((command, option)) or self._spans.get((None, option))
        return None if span is None or self.document is None else self.document.place(span)

    def switch(self, command: str, option: str) -> bool:
        return self.get(command, option) is True

    def items(self, command: str, option: str) -> tuple[Scalar, ...]:
        """What a repeated option is set to, each with its place."""
        value = self.get(command, option)
        return value if isinstance(value, tuple) else ()

    def table(self, command: str, option: str) -> Mapping | None:
        """What is set by id, each with its place."""
        value = self.get(command, option)
        return value if isinstance(value, Mapping) else None

    def overlays(self, command: str) -> tuple[str, ...]:
        """The rules to lay on top of the built-in ones; a path is relative to the folder of the configuration."""
        folder = self._folder or Path()
        return tuple(str(folder / item.text) for item in self.items(command, OVERLAYS))

    def _read(self, document: Document) -> None:
        reader = Reader(document)
        for key, entry in reader.fields(document.root, (*TEXTS, *SWITCHES, *COMMANDS)).items():
            if key in COMMANDS and not (key == OVERLAYS and not isinstance(entry.value, Mapping)):
                if not is_empty(entry.value):
                    options = reader.fields(entry.value, COMMANDS[key]).items()
                    self._of[key] = {name: value for name, item in options if (value := _setting(reader, name, item.value)) is not None}
                    self._spans |= {(key, name): item.value.span for name, item in options}
            elif (value := _setting(reader, key, entry.value)) is not None:
                self._shared[key] = value
                self._spans[None, key] = entry.value.span
        reader.finish()


def find_config(folder: Path) -> Config:
    """The configuration of a folder or of the nearest parent that has one. Raises Unusable."""
    for place in (folder, *folder.parents):
        path = place / CONFIG
        if path.is_file():
            return _opened(path, CONFIG if place == folder else str(path), None if place == folder else place)
    return Config()


def _opened(path: Path, name: str, folder: Path | None) -> Config:
    try:
        return Config(parse_whole(as_text(read_bytes(str(path)), name), name), folder)
    except Unusable as unusable:
        if [problem.code for problem in unusable.problems] == ["file-empty"]:
            return Config()
        raise


def _setting(reader: Reader, name: str, node: Node) -> Setting | None:
    if is_empty(node):
        return None
    if name in (*SWITCHES, *FLAGS):
        return reader.boolean(node)
    if name in NUMBERS:
        number = reader.number(node, 0)
        return None if number is None else str(number)
    if name in LISTS:
        return _items(reader, node)
    return _table(reader, node) if name in TABLES else _text(reader, name, node)


def _table(reader: Reader, node: Node) -> Mapping | None:
    if isinstance(node, Mapping):
        return node
    reader.wrong(node, "mapping", keys=())
    return None


def _text(reader: Reader, name: str, node: Node) -> str | None:
    if name in DAYS:
        return reader.text(node) if reader.day(node) is not None else None
    if name in CHOICES and isinstance(node, Scalar) and node.text not in CHOICES[name]:
        reader.unknown(UNKNOWN.get(name, f"unknown-{name}"), node, CHOICES[name])
        return None
    return reader.text(node)


def _items(reader: Reader, node: Node) -> tuple[Scalar, ...]:
    found = []
    for item in (node,) if isinstance(node, Scalar) else reader.items(node):
        if isinstance(item, Scalar) and not is_empty(item):
            found.append(item)
        else:
            reader.wrong(item, "text")
    return tuple(found)
