"""The ranking in lines: place, bar, verdict, the strongest reasons, who is there."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from channelfit.advice.left_out import URGED
from channelfit.advice.model import Contribution, Ranked
from channelfit.advice.outlook import Certainty
from channelfit.report.extent import Extent
from channelfit.report.outline import AGAINST, EQUALS, FOR, Group, Line, Row, Said
from channelfit.report.speaker import Speaker
from channelfit.words import signed


class ChannelLines:
    """Writes the lines of a ranking."""

    def __init__(self, speaker: Speaker, extent: Extent, certainty: Certainty | None = None) -> None:
        self._speaker = speaker
        self._extent = extent
        self._certainty = certainty

    def groups(self) -> Iterable[Group]:
        for message, networks in (("networks", True), ("others", False)):
            urged = any(item.verdict in URGED for item in self._extent.of_kind(networks))
            note = "" if urged or not networks else self._speaker.say(self._nothing_urged())
            yield Group(self._speaker.say(f"group.{message}"), tuple(self._lines(self._extent.shown(networks))), note, self._more(networks))

    def reasons(self, item: Ranked) -> tuple[Said, ...]:
        """The strongest reasons: for what is advised those in favour first, for the rest those against."""
        weight = self._weights(item)
        if not weight:
            return (Said(self._speaker.say("reason.none"), sign=AGAINST),)
        direction = -1 if item.verdict == "avoid" else 1
        ordered = sorted(weight, key=lambda name: (-direction * weight[name] if weight[name] * direction > 0 else 1, -abs(weight[name]), name))
        return tuple(self._speaker.because(name, sign=FOR if weight[name] > 0 else AGAINST) for name in ordered[: self._extent.reasons])

    def _nothing_urged(self) -> str:
        tried = any(item.verdict != "avoid" for item in self._extent.of_kind(networks=True))
        return "open-nothing-yet" if tried else "open-nothing"

    def _more(self, networks: bool) -> str:
        unsaid = len(self._extent.of_kind(networks)) - len(self._extent.shown(networks))
        return self._speaker.words.count("more", unsaid) if unsaid else ""

    def _weights(self, item: Ranked) -> dict[str, float]:
        """How much each rule weighs for or against a channel over the whole brief."""
        weight: defaultdict[str, float] = defaultdict(float)
        for row in item.contributions:
            for name in row.fit.vetoes:
                weight[name] -= row.weight * self._speaker.edition.rulebook.method.points_limit
            for rule in row.fit.rules:
                weight[rule.rule] += row.weight * rule.points
        return weight

    def _lines(self, shown: Sequence[Ranked]) -> Iterable[Line]:
        """The lines of a group. A reason is said in full once, then by the name of the channel it was said for."""
        said: dict[str, str] = {}
        for item in shown:
            line = self._line(item)
            reasons = tuple(self._again(reason, said[reason.text]) if reason.text in said else reason for reason in line.reasons)
            said.update({reason.text: line.name for reason in line.reasons if reason.text not in said})
            yield replace(line, reasons=tuple(dict.fromkeys(reasons)))

    def _again(self, reason: Said, channel: str) -> Said:
        return Said(self._speaker.say("reason.again", channel=channel), sign=reason.sign)

    def _line(self, item: Ranked) -> Line:
        return Line(
            rank=item.rank,
            name=self._speaker.channel(item.channel),
            score=item.score,
            score_word=self._speaker.words.number(item.score, 1 if self._extent.full else 0),
            verdict=item.verdict,
            verdict_word=self._speaker.verdict(item.verdict),
            reasons=self.reasons(item),
            presence=self._presence(item),
            rows=tuple(self._row(row) for row in item.contributions) if self._extent.full else (),
            sure=self._sure(item),
        )

    def _sure(self, item: Ranked) -> str:
        """How often what comes among the first does so when all is a little off."""
        podium = self._speaker.edition.rulebook.method.podium
        if self._certainty is None or (item.rank > podium and not self._extent.full):
            return ""
        found = self._certainty.stability[item.channel]
        first, among = (self._speaker.words.number(share * 100) for share in (found.first, found.podium))
        return self._speaker.say("sure.line", first=first, among=among, podium=podium)

    def _presence(self, item: Ranked) -> Said:
        """Who is there, for each audience, and on what grounds."""
        by_audience = {row.audience: row for row in item.contributions}
        parts = [
            self._speaker.say(
                "presence", share=self._speaker.words.percent(row.presence.share), audience=self._speaker.audience(name), basis=self._grounds(row)
            )
            for name, row in by_audience.items()
        ]
        sources = dict.fromkeys(source for row in by_audience.values() for source in self._presence_sources(row))
        origins = [origin for row in by_audience.values() for origin in self._presence_origins(row)]
        cited = self._speaker.with_origin(self._speaker.cited(sources), origins)
        return Said(self._speaker.say("presence-line", parts=" · ".join(parts)), cited, EQUALS)

    def _presence_sources(self, row: Contribution) -> Iterable[str]:
        edition = self._speaker.edition
        for name in row.presence.evidence:
            yield edition.evidence[name].source
        for name in row.presence.rules:
            yield from edition.rules[name].sources

    def _presence_origins(self, row: Contribution) -> Iterable[str]:
        """The overlays that a presence comes from."""
        edition = self._speaker.edition
        for name in row.presence.evidence:
            yield from (change.origin for change in edition.rulebook.changed("evidence", name))
        for name in row.presence.rules:
            yield edition.rules[name].origin

    def _grounds(self, row: Contribution) -> str:
        words = self._speaker.words
        basis = f"basis.{row.presence.basis}-weighted" if row.presence.weighted else f"basis.{row.presence.basis}"
        return self._speaker.say(basis, low=words.number(row.presence.low * 100), high=words.percent(row.presence.high))

    def _row(self, row: Contribution) -> Row:
        number = self._speaker.words.number
        return Row(
            self._speaker.goal(row.goal),
            self._speaker.audience(row.audience),
            number(row.weight, 2),
            self._speaker.words.percent(row.presence.share),
            self._speaker.say(f"basis-word.{row.presence.basis}"),
            number(row.fit.value, 2),
            self._speaker.say("veto") if row.fit.vetoes else signed(row.fit.points),
            number(row.score, 2),
        )
