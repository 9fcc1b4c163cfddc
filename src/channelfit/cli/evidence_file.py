"""Keeps counts as dated evidence in a folder of the user's own rules: one file a source, written whole, never over another source."""

from pathlib import Path

from channelfit.cli.output import write_file
from channelfit.source.data import plain
from channelfit.source.parse import parse
from channelfit.source.place import Problem, Unusable
from channelfit.source.read import read_text


def keep_evidence(folder: Path, name: str, title: str, text: str) -> Path:
    """The file written, named after the source. Raises Unusable where a file of that name holds something else, or cannot be written."""
    path = folder / f"{name}.yaml"
    if path.is_file() and _title(path, name) != title:
        raise Unusable([Problem("evidence-other", params={"file": str(path), "title": title})])
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unusable([Problem("evidence-folder", params={"file": str(folder), "reason": error.strerror or str(error)})]) from None
    write_file(path, [text])
    return path


def _title(path: Path, name: str) -> object:
    """What the file that stands there calls the source of that id."""
    found = plain(parse(read_text(str(path)), str(path)).root)
    sources = found.get("sources") if isinstance(found, dict) else None
    source = sources.get(name) if isinstance(sources, dict) else None
    return source.get("title") if isinstance(source, dict) else None
