"""Keeps a survey as evidence in a folder: one file a survey, written whole, never over another survey."""

from pathlib import Path

from channelfit.cli.output import write_file
from channelfit.rulebook.model import Rulebook
from channelfit.source.data import plain
from channelfit.source.parse import parse
from channelfit.source.place import Problem, Unusable
from channelfit.source.read import read_text
from channelfit.survey.evidence import source_id
from channelfit.survey.model import Survey
from channelfit.survey.write import evidence_yaml


def keep(survey: Survey, rulebook: Rulebook, folder: Path) -> Path:
    """The file written. Raises Unusable."""
    name = source_id(survey)
    path = folder / f"{name}.yaml"
    if path.is_file() and _title(path, name) != survey.title:
        raise Unusable([Problem("survey-other", params={"file": str(path), "title": survey.title})])
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unusable([Problem("survey-folder", params={"file": str(folder), "reason": error.strerror or str(error)})]) from None
    write_file(path, [evidence_yaml(survey, rulebook)])
    return path


def _title(path: Path, name: str) -> object:
    """What the file that stands there calls the survey of that id."""
    found = plain(parse(read_text(str(path)), str(path)).root)
    sources = found.get("sources") if isinstance(found, dict) else None
    source = sources.get(name) if isinstance(sources, dict) else None
    return source.get("title") if isinstance(source, dict) else None
