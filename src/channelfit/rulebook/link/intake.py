"""The intake part to what the import reads by; every field it names exists."""

from collections.abc import Iterable, Sequence

from channelfit.rulebook.checks import Checklist
from channelfit.rulebook.documents.intake import IntakePart, PresetPart
from channelfit.rulebook.gather import Gathered
from channelfit.rulebook.intake import Intake, Preset
from channelfit.rulebook.link.names import ACCOUNT
from channelfit.rulebook.link.problems import Problems
from channelfit.rulebook.link.terms import synonyms, text
from channelfit.source.nearest import fold


def intake(files: Sequence[Gathered], checklist: Checklist, problems: Problems) -> Intake:
    found = next(((file, file.part.intake) for file in files if file.part.intake), None)
    if found is None:
        return Intake()
    file, part = found
    known = {field.id for field in checklist.fields if field.of == ACCOUNT}
    named = {*part.first, *(name for preset in part.presets for name in preset.columns)}
    for name in sorted(named - known - set(part.headings)):
        problems.unknown(file, "unknown-fact", name, known, ("intake",))
    return _intake(part)


def _intake(part: IntakePart) -> Intake:
    return Intake(
        headings={name: _folded(synonyms(words)) for name, words in part.headings.items()},
        words={name: _folded(synonyms(words)) for name, words in part.words.items()},
        label_words={fold(word): meant for meant, words in part.label_words.items() for word in words},
        languages={fold(word): code for code, words in part.languages.items() for word in words},
        names=part.names,
        first=part.first,
        presets=tuple(_preset(preset) for preset in part.presets),
    )


def _preset(part: PresetPart) -> Preset:
    return Preset(part.id, text(part.label), part.columns, part.entries, part.days, part.organisation)


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold(word) for word in words)
