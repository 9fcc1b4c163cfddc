"""Which format a file has, by its name and its first bytes, and how each is read."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from msgspec import Struct

from channelfit.intake.delimited import delimited
from channelfit.intake.encoding import decoded
from channelfit.intake.nested import json_document, json_lines, yaml_document
from channelfit.intake.spreadsheet import SIGNATURES, sheets
from channelfit.intake.table import Content, Notice
from channelfit.source.place import Unusable
from channelfit.source.read import read_bytes

TextReader = Callable[[str, str], Content]

SPREADSHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
TEXTS: Mapping[str, TextReader] = {
    ".json": json_document,
    ".jsonl": json_lines,
    ".ndjson": json_lines,
    ".yaml": yaml_document,
    ".yml": yaml_document,
    ".csv": delimited,
    ".tsv": delimited,
}


class Opened(Struct):
    """The contents of a file: of a spreadsheet one a sheet, of any other a single one."""

    contents: list[Content]
    encoding: str | None
    notices: list[Notice]


def open_file(path: str, name: str) -> Opened:
    """Raises Unusable."""
    raw = read_bytes(path)
    ending = PurePath(path).suffix.lower()
    if ending in SPREADSHEETS or raw.startswith(SIGNATURES):
        return Opened(list(sheets(raw, name)), None, [])
    text, encoding, notices = decoded(raw, name)
    return Opened([_reader(ending, text)(text, name)], encoding, notices)


def _reader(ending: str, text: str) -> TextReader:
    """By the ending; standard input and endings of no meaning by what stands first."""
    if ending in TEXTS:
        return TEXTS[ending]
    beginning = text.lstrip()[:2]
    if beginning[:1] in ("{", "["):
        return _json_of_some_kind
    return yaml_document if beginning in ("- ", "-\n", "--") else delimited


def _json_of_some_kind(text: str, name: str) -> Content:
    try:
        return json_document(text, name)
    except Unusable:
        lines = text.splitlines()
        if len(lines) > 1 and lines[0].rstrip().endswith("}"):
            return json_lines(text, name)
        raise
