"""The cases that name a rule or a check, as examples of it. Nothing is run: what is written is what is shown."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from channelfit.cases.gather import files_of_cases
from channelfit.rulebook.load import rules_folder
from channelfit.source.data import place_of, plain
from channelfit.source.parse import parse
from channelfit.source.place import Unusable
from channelfit.source.read import read_text


class Example(Struct, frozen=True):
    """A case as written; `expect` holds the lines that name the rule. `file` is relative to the built-in rules, or as the user names it."""

    name: str
    file: str
    line: int
    origin: str
    case: dict[str, Any]
    expect: dict[str, Any]


def examples_of(name: str, overlays: Sequence[str], folder: Path | None = None) -> list[Example]:
    """The cases whose expectations name a rule or a check. A file that cannot be read has no examples; running its cases tells why."""
    root = folder or rules_folder()
    found: list[Example] = []
    for origin, path in files_of_cases(root, overlays):
        shown = path.as_posix() if origin else path.relative_to(root).as_posix()
        try:
            found += _in_file(name, read_text(str(path)), shown, origin)
        except Unusable:
            continue
    return found


def _in_file(name: str, text: str, file: str, origin: str) -> Iterator[Example]:
    """A file that does not hold the name is not even parsed."""
    if name not in text:
        return
    document = parse(text, file)
    data = plain(document.root)
    cases = data.get("cases") if isinstance(data, dict) else None
    for number, case in enumerate(cases if isinstance(cases, list) else ()):
        expect = case.get("expect") if isinstance(case, dict) else None
        named = {kind: value for kind, value in expect.items() if _names(value, name)} if isinstance(expect, dict) else {}
        if named and isinstance(case, dict):
            yield Example(str(case.get("name")), file, place_of(document, ("cases", number, "name")).span.line, origin, case, named)


def _names(value: object, name: str) -> bool:
    return value == name or (isinstance(value, list) and name in value) or (isinstance(value, Mapping) and name in value)
