"""From an advice to its outline in one language."""

from collections.abc import Iterable, Sequence
from datetime import date

from channelfit.advice.left_out import URGED
from channelfit.advice.model import Advice, Ranked
from channelfit.advice.outlook import NO_OUTLOOK, Outlook
from channelfit.report.asked_for import asked_for
from channelfit.report.channel_lines import ChannelLines
from channelfit.report.extent import REASONS, Extent
from channelfit.report.how_sure import how_sure
from channelfit.report.open_questions import OpenQuestions
from channelfit.report.outline import Outline, Row, Said, Section
from channelfit.report.remarks import Remarks
from channelfit.report.speaker import Speaker
from channelfit.rulebook.edition import Edition
from channelfit.words import Words
from channelfit.words.safe import plain_line


def compose(advice: Advice, edition: Edition, words: Words, full: bool = False, outlook: Outlook = NO_OUTLOOK) -> Outline:
    """The outline of an answer; `full` shows every channel, reason and row."""
    speaker, extent = Speaker(edition, words), Extent(advice, full)
    return Outline(
        title=title(advice, speaker),
        subtitle=subtitle(speaker),
        groups=tuple(ChannelLines(speaker, extent, outlook.certainty).groups()),
        sections=tuple(_sections(advice, speaker, extent, outlook)),
        columns=tuple(words.say(f"column.{name}") for name in Row.__struct_fields__),
        basis=_basis(advice, speaker),
        next=_next(advice, speaker),
    )


def _sections(advice: Advice, speaker: Speaker, extent: Extent, outlook: Outlook) -> Iterable[Section]:
    remarks = Remarks(advice, speaker, extent)
    found: dict[str, Iterable[Said]] = {
        "considered": asked_for(advice, speaker, extent, outlook.why_not),
        "sure": (*how_sure(advice, speaker, extent, outlook), *remarks.territory()),
        "required": remarks.required(),
        "excluded": remarks.excluded(),
        "left-out": remarks.left_out(),
        "conditions": remarks.conditions(),
        "cautions": remarks.cautions(),
        "questions": OpenQuestions(advice, outlook, speaker, extent).said(),
        "decided": remarks.decided(),
        "past-review": remarks.past_review(),
    }
    for name, items in found.items():
        if listed := tuple(items):
            yield Section(speaker.say(f"section.{name}"), listed)


def title(advice: Advice, speaker: Speaker) -> str:
    brief = advice.brief
    goals = speaker.words.listed([speaker.goal(name) for name in brief.goal_weights])
    audiences = speaker.words.listed([speaker.audience(name) for name in brief.audience_weights])
    asked = speaker.say("title", goals=goals, audiences=audiences)
    return f"{plain_line(brief.title)} – {asked}" if brief.title else asked[0].upper() + asked[1:]


def subtitle(speaker: Speaker) -> str:
    edition = speaker.edition
    country = edition.country or speaker.say("country.unknown")
    day = speaker.words.day(edition.as_of)
    said = speaker.say("subtitle", day=day, country=country, name=edition.rulebook.name, version=edition.rulebook.version)
    overlays = edition.rulebook.overlays
    return said + speaker.say("subtitle.overlays", overlays=speaker.words.listed(list(overlays))) if overlays else said


def _basis(advice: Advice, speaker: Speaker) -> str:
    if advice.oldest_evidence is None:
        return speaker.say("oldest.none")
    return speaker.say("oldest", year=advice.oldest_evidence.year)


def _next(advice: Advice, speaker: Speaker) -> Said:
    """One line on what to do next: what comes first, its hours, what backs it, when to look again."""
    urged = [item for item in advice.ranking if item.verdict in URGED]
    if not urged:
        return Said(speaker.say("next.nothing"))
    first, others = urged[0], urged[1 : 1 + REASONS]
    start = _start(first.channel, advice.brief.facts.get("hours_per_week"), speaker)
    back = speaker.say("next.back", channels=speaker.channels(item.channel for item in others)) if others else ""
    return Said(f"{start}{back}{speaker.say('next.review', day=speaker.words.day(_next_review(urged, speaker.edition)))}")


def _start(channel: str, there_are: object, speaker: Speaker) -> str:
    """What comes first, with its usual hours; where there are fewer, that is said."""
    name, usual = speaker.channel(channel), speaker.edition.sheets[channel].hours_per_week
    if usual is None:
        return speaker.say("next.start", channel=name)
    if isinstance(there_are, int | float) and there_are < usual.value:
        return speaker.say("next.start-short", channel=name, hours=usual.value, there_are=there_are)
    return speaker.say("next.start-hours", channel=name, hours=usual.value)


def _next_review(urged: Sequence[Ranked], edition: Edition) -> date:
    rules = (rule.rule for item in urged for row in item.contributions for rule in row.fit.rules)
    return min((edition.rules[name].review_by for name in rules), default=edition.as_of)
