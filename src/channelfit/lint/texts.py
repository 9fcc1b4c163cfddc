"""Whether every text says something, in both languages, and the same thing."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from channelfit.lint.book import LISTS, TABLES, Book, Hit
from channelfit.rulebook.checks import PLACEHOLDER, Check
from channelfit.rulebook.documents.base import Part, TextPart
from channelfit.rulebook.screening import Stop

PROSE = 4  # words; fewer may well be the same in two languages: a name, a technical term
OURS = "ours"
FILLED = ("checks", "stops")  # sections whose texts have placeholders
Path = tuple[str | int, ...]


def missing_translation(book: Book) -> Iterator[Hit]:
    """Blank is missing too; what is not there at all is found on loading."""
    for section, name, path, text in _texts(book):
        for lang in ("fr", "en"):
            if not getattr(text, lang).strip():
                yield book.hit("missing-translation", section, name, *path, lang, key=_key(path, lang), lang=lang)


def identical_translations(book: Book) -> Iterator[Hit]:
    for section, name, path, text in _texts(book):
        if text.fr.strip() and text.fr.casefold() == text.en.casefold() and len(text.fr.split()) >= PROSE:
            yield book.hit("identical-translations", section, name, *path, "en", key=_key(path), text=text.en)


def placeholders_differ(book: Book) -> Iterator[Hit]:
    for section, name, path, text in _texts(book):
        odd = set(PLACEHOLDER.findall(text.fr)) ^ set(PLACEHOLDER.findall(text.en)) if section in FILLED else ()
        if odd:
            yield book.hit("placeholders-differ", section, name, *path, "en", key=_key(path), names=tuple(sorted(odd)))


def figure_not_said_ours(book: Book) -> Iterator[Hit]:
    entries: tuple[Check | Stop, ...] = (*book.checklist.checks, *book.screening.stops)
    for entry in entries:
        if entry.limit is not None and entry.limit.basis == OURS and entry.limit.note is None:
            yield book.hit_on("figure-not-said-ours", entry, "limit", value=entry.limit.value)


@cache
def _texts(book: Book) -> tuple[tuple[str, str, Path, TextPart], ...]:
    """Every text of the rulebook, with the path to it."""
    parts = ((section, name, part) for section in (*LISTS, *TABLES) for name, part in book.parts(section))
    return tuple((section, name, path, text) for section, name, part in parts for path, text in _inside(part, ()))


def _inside(part: Any, path: Path) -> Iterator[tuple[Path, TextPart]]:
    if isinstance(part, TextPart):
        yield path, part
    elif isinstance(part, Part):
        for field, description in type(part).model_fields.items():
            yield from _inside(getattr(part, field), (*path, description.alias or field))
    elif isinstance(part, tuple):
        for place, item in enumerate(part):
            yield from _inside(item, (*path, place))


def _key(*parts: object) -> str:
    return str(parts)
