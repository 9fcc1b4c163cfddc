"""Cases that prove nothing, or speak of what is not there."""

from collections.abc import Iterator

from channelfit.conditions.model import Known
from channelfit.lint.book import Book, Hit
from channelfit.lint.proofs import HAPPENS, NAMES_RULES
from channelfit.source.nearest import nearest

TODO = "todo"


def case_asserts_nothing(book: Book) -> Iterator[Hit]:
    for case in book.cases:
        if not any(case.expect.values()) and not case.data.get(TODO):
            yield Hit("case-asserts-nothing", case.name, case.place("name"), {})


def case_of_unknown_rule(book: Book) -> Iterator[Hit]:
    for case in book.cases:
        for name, expectation, place in case.named(NAMES_RULES):
            if book.checklist.current(name) not in book.declared:
                params: dict[str, Known] = {"problem": "unknown-rule", "found": name, "nearest": nearest(name, book.declared)}
                yield Hit("case-of-unknown-rule", case.name, case.place("expect", expectation, place), params, name)


def case_out_of_date(book: Book) -> Iterator[Hit]:
    """A rule is expected to be at work on a day on which it is not in force."""
    for case in book.cases:
        for name, expectation, place in case.named(HAPPENS):
            entry, day = book.named.get(book.checklist.current(name)), case.day
            if entry is not None and day is not None and not (entry.since <= day and (entry.until is None or day <= entry.until)):
                yield Hit("case-out-of-date", case.name, case.place("expect", expectation, place), {"rule": name, "day": day}, name)


def case_without_day(book: Book) -> Iterator[Hit]:
    for case in book.cases:
        brief = case.data.get("brief")
        if "as_of" not in case.data and "as_of" not in (brief if isinstance(brief, dict) else {}):
            yield Hit("case-without-day", case.name, case.place("name"), {})


def case_named_twice(book: Book) -> Iterator[Hit]:
    seen: dict[tuple[str, str], int] = {}
    for case in book.cases:
        line = case.place("name").span.line
        first = seen.setdefault((case.document.name, case.name), line)
        if first != line:
            yield Hit("case-named-twice", case.name, case.place("name"), {"line": first}, str(line))
