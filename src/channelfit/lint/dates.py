"""Dates that contradict one another, and what is past its time."""

from collections.abc import Iterator

from channelfit.lint.answers import used_up
from channelfit.lint.book import Book, Hit
from channelfit.lint.proofs import HAPPENS
from channelfit.rulebook.edition import RECOGNISED


def until_before_from(book: Book) -> Iterator[Hit]:
    for entry in book.named.values():
        if entry.until is not None and entry.until < entry.since:
            yield book.hit_on("until-before-from", entry, "until", since=entry.since, until=entry.until)
    for sheet in book.rulebook.sheets:
        if sheet.since is not None and sheet.until is not None and sheet.until < sheet.since:
            yield book.hit("until-before-from", "channels", sheet.id, "until", since=sheet.since, until=sheet.until)


def review_before_from(book: Book) -> Iterator[Hit]:
    for entry in book.named.values():
        if entry.review_by < entry.since:
            yield book.hit_on("review-before-from", entry, "review_by", since=entry.since, review=entry.review_by)


def past_review(book: Book) -> Iterator[Hit]:
    """What is in force and should have been looked at again; what is past rests."""
    for entry in book.named.values():
        if entry.review_by < book.day and (entry.until is None or book.day <= entry.until):
            yield book.hit_on("past-review", entry, "review_by", review=entry.review_by)
    for template in book.rulebook.pilots()[0]:
        if template.review_by < book.day and (template.until is None or book.day <= template.until):
            yield book.hit("past-review", "pilots", template.id, "review_by", review=template.review_by)
    for sheet in book.rulebook.sheets:
        if sheet.kind != RECOGNISED and sheet.review_by < book.day and (sheet.until is None or book.day <= sheet.until):
            yield book.hit("past-review", "channels", sheet.id, "review_by", review=sheet.review_by)


def expired_unproved(book: Book) -> Iterator[Hit]:
    """A rule kept for its time only is worth keeping while some case answers as of that time."""
    _, at_work = used_up(book)
    proved = at_work | {name for case in book.cases for name, _, _ in case.named(HAPPENS)}
    for entry in book.named.values():
        if entry.until is not None and entry.since <= entry.until < book.day and entry.id not in proved:
            yield book.hit_on("expired-unproved", entry, "until", until=entry.until)
