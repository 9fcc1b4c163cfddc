"""What somebody asked for: its place, the reasons, and where the leader beats it."""

from collections.abc import Iterable

from channelfit.advice.model import Advice, Considered, Ranked
from channelfit.advice.outlook import WhyNots
from channelfit.report.channel_lines import ChannelLines
from channelfit.report.extent import Extent
from channelfit.report.outline import AGAINST, Said
from channelfit.report.speaker import Speaker
from channelfit.report.why_not import WhyNotWords


def asked_for(advice: Advice, speaker: Speaker, extent: Extent, why_not: WhyNots | None) -> Iterable[Said]:
    would = WhyNotWords(advice, speaker, extent)
    for item in advice.considered:
        if item.rank is None or item.verdict is None:
            yield from _absent(item, speaker)
        else:
            yield from _placed(item, advice, speaker, extent)
        if why_not is not None and item.channel in why_not.asked:
            yield from would.lines(why_not.asked[item.channel])


def _absent(item: Considered, speaker: Speaker) -> Iterable[Said]:
    yield Said(speaker.say("considered.excluded" if item.excluded_by else "considered.absent", channel=speaker.channel(item.channel)))
    for rule in item.excluded_by:
        yield speaker.because(rule, AGAINST)


def _placed(item: Considered, advice: Advice, speaker: Speaker, extent: Extent) -> Iterable[Said]:
    place = next(row for row in advice.ranking if row.channel == item.channel)
    leader = advice.ranking[0]
    verdict = speaker.verdict(place.verdict)
    yield Said(speaker.say("considered.ranked", channel=speaker.channel(item.channel), rank=place.rank, of=len(advice.ranking), verdict=verdict))
    yield from ChannelLines(speaker, extent).reasons(place)
    if leader.channel != item.channel:
        yield from (_loss(lost, place, leader, speaker) for lost in item.loses_on[: extent.reasons])


def _loss(lost: str, place: Ranked, leader: Ranked, speaker: Speaker) -> Said:
    ours, theirs = (next(row for row in item.contributions if f"{row.goal}/{row.audience}" == lost) for item in (place, leader))
    only = len(place.contributions) == 1
    return Said(
        speaker.say(
            "considered.loses-here" if only else "considered.loses",
            leader=speaker.channel(leader.channel),
            goal=speaker.goal(ours.goal),
            audience=speaker.audience(ours.audience),
            presence=speaker.words.percent(ours.presence.share),
            their_presence=speaker.words.percent(theirs.presence.share),
            fit=speaker.words.number(ours.fit.value, 2),
            their_fit=speaker.words.number(theirs.fit.value, 2),
        ),
        sign=AGAINST,
    )
