"""The files of a playbook: templates in two languages, with what was answered put in, quoted as the kind of file asks."""

import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from channelfit.intake.yaml_text import text as yaml_text
from channelfit.playbook.model import Answers
from channelfit.report.markdown import inert

TEMPLATES = Path(__file__).parent / "templates"
HIDDEN = "dot-"  # a file .gitignore among the templates would be obeyed
BLANK = re.compile(r"<<(\w+)>>")
TO_REVIEW = timedelta(days=365)


def playbook(answers: Answers) -> dict[str, str]:
    """The text of every file, by its path inside the playbook."""
    folder = TEMPLATES / answers.lang
    values = _values(answers)
    files = {_name(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}
    return {name: _filled(files[name], values) for name in sorted(files)}


def _name(path: Path) -> str:
    return "/".join(f".{part.removeprefix(HIDDEN)}" if part.startswith(HIDDEN) else part for part in path.parts)


def _filled(path: Path, values: Mapping[str, str]) -> str:
    return BLANK.sub(lambda blank: values[blank[1]], path.read_text(encoding="utf-8"))


def _values(answers: Answers) -> dict[str, str]:
    """What stands in for each blank. Only a name is anybody's words: `name` is for YAML, `heading` for Markdown."""
    return {
        "name": yaml_text(answers.name),
        "heading": inert(answers.name),
        "country": yaml_text(answers.country),
        "fact": yaml_text(f"country={answers.country}"),
        "lang": answers.lang,
        "source": answers.source,
        "version": answers.version,
        "today": answers.day.isoformat(),
        "year": str(answers.day.year),
        "review": (answers.day + TO_REVIEW).isoformat(),
    }
