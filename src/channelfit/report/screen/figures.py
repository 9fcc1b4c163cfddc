"""The figures of the register for the yearly workshop, as sections and as JSON."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from channelfit.report.advice_markdown import sections_markdown
from channelfit.report.markdown import inert
from channelfit.report.outline import Said, Section
from channelfit.report.screen.speech import Speech
from channelfit.report.section_text import section_blocks
from channelfit.report.table_text import render, text
from channelfit.screen.register import Register, Year

SCHEMA = "channelfit/register/1"
FORMATS = ("text", "json", "markdown")


def write(found: Register, speech: Speech, chosen: str) -> str:
    if chosen == "json":
        return msgspec.json.format(msgspec.json.encode(_tree(found)), indent=2).decode() + "\n"
    title, sections = speech.say("register.title", day=speech.words.day(found.as_of)), tuple(_sections(found, speech))
    if chosen == "markdown":
        return "\n".join([f"# {inert(title)}", *sections_markdown(sections)]) + "\n"
    return render([text(title, "bold"), *section_blocks(sections)], speech.width, speech.colour)


def _tree(found: Register) -> dict[str, Any]:
    tree: dict[str, Any] = msgspec.to_builtins(found)
    return {"schema": SCHEMA, **tree}


def _sections(found: Register, speech: Speech) -> Iterable[Section]:
    for year in found.years:
        yield Section(speech.say("register.year", year=str(year.year)), tuple(_year(year, speech)))
    if not found.years:
        yield Section(speech.say("register.requests"), (Said(speech.say("register.no-request")),))
    wild, people = found.wild, found.contributors
    share = speech.say("register.unknown") if wild.conversion is None else speech.words.percent(wild.conversion)
    counted = {"found": wild.found, "open": wild.open, "done": wild.done, "days": _days(wild.median_days, speech), "share": share}
    yield Section(speech.say("register.wild"), (Said(speech.say("register.wild-figures", **counted)),))
    yield Section(speech.say("register.contributors"), (Said(speech.say("register.contributor-figures", **msgspec.structs.asdict(people))),))


def _year(year: Year, speech: Speech) -> Iterable[Said]:
    yield Said(speech.say("register.received", n=year.received, days=_days(year.median_days, speech)))
    yield Said(speech.say("register.outcomes", counts=_counts(year.outcomes, "register.outcome", speech)))
    if year.reasons:
        yield Said(speech.say("register.reasons", counts=_counts(year.reasons, "", speech)))
    if year.became:
        yield Said(speech.say("register.became", counts=_counts(year.became, "register.became", speech)))


def _counts(counted: Mapping[str, int], message: str, speech: Speech) -> str:
    """Names with their numbers; stops go by their ids, which the rulebook explains."""
    named = {name: speech.say(f"{message}.{name}") if message else name for name in counted}
    return speech.words.listed([speech.say("register.count", name=named[name], n=number) for name, number in counted.items()])


def _days(days: float | None, speech: Speech) -> str:
    return speech.say("register.unknown") if days is None else speech.say("register.days", n=days)
