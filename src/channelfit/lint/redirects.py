"""Ids that were renamed: they lead on to one that exists, and not for ever."""

from collections.abc import Iterator

from channelfit.lint.book import Book, Hit
from channelfit.rulebook.checks import Renamed


def redirect_astray(book: Book) -> Iterator[Hit]:
    """The old id is still in use, or the new one is not."""
    for entry in book.checklist.renamed:
        if entry.old in book.declared or entry.new not in book.declared:
            yield book.hit("redirect-astray", "renamed", entry.old, "old" if entry.old in book.declared else "new", old=entry.old, new=entry.new)


def redirect_expired(book: Book) -> Iterator[Hit]:
    for entry in book.checklist.renamed:
        if is_over(entry, book.rulebook.version):
            params = {"old": entry.old, "new": entry.new, "version": entry.until_version}
            yield book.hit("redirect-expired", "renamed", entry.old, "until_version", **params)


def is_over(entry: Renamed, version: str) -> bool:
    """Whether a rulebook of that version should have taken the entry out."""
    return _numbers(entry.until_version) <= _numbers(version)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
