"""The fact sheet of a channel, for colleagues and elected people."""

from collections.abc import Iterable
from typing import Any

from channelfit.report.cite import cite
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Grounded, Sheet
from channelfit.words import Words

Fields = list[tuple[str, str]]


class SheetWords:
    """A sheet as named lines."""

    def __init__(self, edition: Edition, words: Words) -> None:
        self._edition = edition
        self._words = words

    def name(self, sheet: Sheet) -> str:
        return self._words.of(sheet.name_on(self._edition.as_of))

    def fields(self, sheet: Sheet) -> Fields:
        return [(self._words.say(f"sheet.{key}"), text) for key, text in self._lines(sheet) if text]

    def _lines(self, sheet: Sheet) -> Iterable[tuple[str, str]]:
        say, of = self._words.say, self._words.of
        yield "use", of(sheet.use)
        yield "limits", of(sheet.limits) if sheet.limits else ""
        yield "kind", say(f"kind.{sheet.kind}")
        yield "operator", ", ".join(filter(None, (sheet.operator, sheet.operator_country)))
        yield "public", say("yes" if sheet.public else "no")
        yield "dates", self._dates(sheet)
        yield "countries", ", ".join(sheet.countries or ())
        yield "hours", self._grounded(sheet.hours_per_week)
        yield "skills", ", ".join(self._skills(sheet))
        yield "age", self._grounded(sheet.minimum_age)
        yield "reading", say(f"reading.{sheet.read_without_account}") if sheet.read_without_account else ""
        yield "load", say(f"load.{sheet.moderation_load}") if sheet.moderation_load else ""
        yield "algorithm", "" if sheet.algorithmic is None else say("yes" if sheet.algorithmic else "no")
        yield "surface", self._surface(sheet.surface_factor)
        yield "addresses", ", ".join(sheet.urls)
        for event in sheet.events:
            yield "event", self._cited(f"{self._words.day(event.on)}{say('colon')}{of(event.text)}", (event.source,) if event.source else ())
        yield "review", self._words.day(sheet.review_by)
        yield "sources", cite(sheet.sources, self._edition, self._words)

    def _dates(self, sheet: Sheet) -> str:
        day = self._words.day
        said = [self._words.say("sheet.since", day=day(sheet.since))] if sheet.since else []
        said += [self._words.say("sheet.opened", country=opening.country, day=day(opening.since)) for opening in sheet.opened]
        said += [self._words.say("sheet.closed", country=closing.country, day=day(closing.since)) for closing in sheet.closed_in]
        said += [self._words.say("sheet.until", day=day(sheet.until))] if sheet.until else []
        return self._words.say("cite.and").join(said)

    def _skills(self, sheet: Sheet) -> Iterable[str]:
        options = {option.id: self._words.of(option.label) for fact in self._edition.rulebook.facts for option in fact.options}
        return [options.get(skill, skill) for skill in sheet.skills]

    def _surface(self, number: Grounded | None) -> str:
        if number is None:
            return ""
        because = f". {self._words.of(number.because)}" if number.because else ""
        return f"{self._words.percent(number.value)} ({self._word_of(number)}){because}"

    def _grounded(self, number: Grounded | None) -> str:
        return "" if number is None else f"{self._words.number(number.value)} ({self._word_of(number)})"

    def _word_of(self, number: Grounded) -> str:
        return cite((number.source,), self._edition, self._words) if number.source else self._words.say("cite.judgement")

    def _cited(self, text: str, sources: tuple[str, ...]) -> str:
        cited = cite(sources, self._edition, self._words)
        return f"{text} ({cited})" if cited else text


def available(sheet: Sheet, edition: Edition) -> bool:
    """Whether the channel may be advised that day."""
    return sheet.id in edition.sheets


def sheet_tree(sheet: Sheet, edition: Edition, words: Words) -> dict[str, Any]:
    """The sheet as plain data, with its name of the day."""
    import msgspec

    tree: dict[str, Any] = {"id": sheet.id, "name": sheet.name_on(edition.as_of).in_(words.lang), "available": available(sheet, edition)}
    for key, value in msgspec.to_builtins(sheet).items():
        if key not in tree and value not in (None, [], ()):
            tree[key] = value
    return tree
