"""From an advice to its outline in one language."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from channelfit.advice.left_out import URGED
from channelfit.advice.model import Advice, Considered, Contribution, Ranked
from channelfit.report.cite import cite
from channelfit.report.outline import Group, Line, Outline, Row, Said, Section
from channelfit.rulebook.edition import Edition
from channelfit.words import Words

NETWORK = "network"
SHOWN = 3
REASONS = 2
REASONS_IN_FULL = 20
NOBODY_MISSED = 0.02


class Composer:
    """Composes the outline of one answer. `full` shows every channel, reason and row."""

    def __init__(self, advice: Advice, edition: Edition, words: Words, full: bool = False) -> None:
        self._advice = advice
        self._edition = edition
        self._words = words
        self._full = full

    def outline(self) -> Outline:
        sections = (
            self._section("considered", [said for item in self._advice.considered for said in self._considered(item)]),
            self._section("required", self._required()),
            self._section("excluded", self._excluded()),
            self._section("left-out", self._left_out()),
            self._section("conditions", self._conditions()),
            self._section("cautions", self._cautions()),
            self._section("pending", self._pending()),
            self._section("decided", self._decided()),
            self._section("past-review", self._past_review()),
        )
        return Outline(
            title=self._title(),
            subtitle=self._subtitle(),
            groups=tuple(self._groups()),
            sections=tuple(section for section in sections if section.items),
            columns=tuple(self._words.say(f"column.{name}") for name in Row.__struct_fields__),
            basis=self._basis(),
            next=self._next(),
        )

    # The head

    def _title(self) -> str:
        brief = self._advice.brief
        goals = self._words.listed([self._goal(goal) for goal in brief.goal_weights])
        audiences = self._words.listed([self._audience(audience) for audience in brief.audience_weights])
        asked = self._words.say("title", goals=goals, audiences=audiences)
        return f"{brief.title} – {asked}" if brief.title else asked[0].upper() + asked[1:]

    def _subtitle(self) -> str:
        rulebook = self._edition.rulebook
        country = self._edition.country or self._words.say("country.unknown")
        return self._words.say("subtitle", day=self._words.day(self._advice.as_of), country=country, name=rulebook.name, version=rulebook.version)

    # The ranking

    def _groups(self) -> Iterable[Group]:
        for message, networks in (("networks", True), ("others", False)):
            ranked = [item for item in self._advice.ranking if (item.kind == NETWORK) is networks]
            shown = ranked if self._full else self._best(ranked)
            urged = any(item.verdict in URGED for item in ranked)
            note = "" if urged or not networks else self._words.say("open-nothing")
            yield Group(self._words.say(f"group.{message}"), tuple(self._line(item) for item in shown), note)

    def _best(self, ranked: Sequence[Ranked]) -> list[Ranked]:
        """The first few of a kind that are not to be avoided, or else why the first few are; what is required is never left unsaid."""
        required = {item.channel for item in self._advice.required}
        worth = [item for item in ranked if item.verdict != "avoid"] or list(ranked)
        return [*worth[:SHOWN], *(item for item in worth[SHOWN:] if item.channel in required)]

    def _line(self, item: Ranked) -> Line:
        return Line(
            rank=item.rank,
            name=self._channel(item.channel),
            score=item.score,
            score_word=self._words.number(item.score, 1 if self._full else 0),
            verdict=item.verdict,
            verdict_word=self._words.say(f"verdict.{item.verdict}"),
            reasons=self._reasons(item),
            presence=self._presence(item),
            rows=tuple(self._row(row) for row in item.contributions) if self._full else (),
        )

    def _reasons(self, item: Ranked) -> tuple[Said, ...]:
        """The strongest reasons: for what is advised those in favour first, for the rest those against."""
        weight: defaultdict[str, float] = defaultdict(float)
        for row in item.contributions:
            for name in row.fit.vetoes:
                weight[name] -= row.weight * self._edition.rulebook.method.points_limit
            for rule in row.fit.rules:
                weight[rule.rule] += row.weight * rule.points
        direction = -1 if item.verdict == "avoid" else 1
        ordered = sorted(weight, key=lambda name: (-direction * weight[name] if weight[name] * direction > 0 else 1, -abs(weight[name]), name))
        limit = REASONS_IN_FULL if self._full else REASONS
        if not ordered:
            return (Said(self._words.say("reason.none")),)
        return tuple(self._because(name, sign="+" if weight[name] > 0 else "−") for name in ordered[:limit])

    def _because(self, name: str, sign: str = "") -> Said:
        rule = self._edition.rules[name]
        text = rule.because.in_(self._words.lang)
        return Said(f"{sign} {text}" if sign else text, cite(rule.sources, self._edition, self._words))

    def _presence(self, item: Ranked) -> Said:
        """Who is there, for each audience, and on what grounds."""
        by_audience = {row.audience: row for row in item.contributions}
        parts = [
            self._words.say("presence", share=self._words.percent(row.presence.share), audience=self._audience(name), basis=self._grounds(row))
            for name, row in by_audience.items()
        ]
        figures = dict.fromkeys(source for row in by_audience.values() for source in self._presence_sources(row))
        return Said(" · ".join(parts), cite(figures, self._edition, self._words))

    def _grounds(self, row: Contribution) -> str:
        low, high = self._words.percent(row.presence.low), self._words.percent(row.presence.high)
        return self._words.say(f"basis.{row.presence.basis}", low=low, high=high)

    def _presence_sources(self, row: Contribution) -> Iterable[str]:
        for name in row.presence.evidence:
            yield self._edition.evidence[name].source
        for name in row.presence.rules:
            yield from self._edition.rules[name].sources

    def _row(self, row: Contribution) -> Row:
        number = self._words.number
        return Row(
            self._goal(row.goal),
            self._audience(row.audience),
            number(row.weight, 2),
            self._words.percent(row.presence.share),
            self._words.say(f"basis-word.{row.presence.basis}"),
            number(row.fit.value, 2),
            self._words.say("veto") if row.fit.vetoes else f"{row.fit.points:+d}".replace("-", "−"),
            number(row.score, 2),
        )

    # The sections

    def _section(self, message: str, items: Iterable[Said]) -> Section:
        return Section(self._words.say(f"section.{message}"), tuple(items))

    def _considered(self, item: Considered) -> Iterable[Said]:
        name = self._channel(item.channel)
        if item.rank is None or item.verdict is None:
            yield Said(self._words.say("considered.excluded" if item.excluded_by else "considered.absent", channel=name))
            for rule in item.excluded_by:
                yield self._because(rule, "−")
            return
        ranked = next(row for row in self._advice.ranking if row.channel == item.channel)
        leader = self._advice.ranking[0]
        yield Said(
            self._words.say(
                "considered.ranked",
                channel=name,
                rank=item.rank,
                of=len(self._advice.ranking),
                verdict=self._words.say(f"verdict.{item.verdict}"),
            )
        )
        yield from self._reasons(ranked)
        if leader.channel != item.channel:
            for lost in item.loses_on[: None if self._full else REASONS]:
                yield self._loss(lost, ranked, leader)

    def _loss(self, lost: str, ranked: Ranked, leader: Ranked) -> Said:
        ours, theirs = (next(row for row in item.contributions if f"{row.goal}/{row.audience}" == lost) for item in (ranked, leader))
        return Said(
            self._words.say(
                "considered.loses",
                leader=self._channel(leader.channel),
                goal=self._goal(ours.goal),
                audience=self._audience(ours.audience),
                presence=self._words.percent(ours.presence.share),
                their_presence=self._words.percent(theirs.presence.share),
                fit=self._words.number(ours.fit.value, 2),
                their_fit=self._words.number(theirs.fit.value, 2),
            )
        )

    def _required(self) -> Iterable[Said]:
        by_rules: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for item in self._advice.required:
            by_rules[item.rules].append(self._channel(item.channel))
        for rules, channels in by_rules.items():
            for rule in rules:
                said = self._because(rule)
                yield Said(self._words.say("named", names=self._words.listed(channels), text=said.text), said.cite)

    def _excluded(self) -> Iterable[Said]:
        by_reason: defaultdict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
        for item in self._advice.excluded:
            by_reason[item.rules[0], item.instead].append(self._channel(item.channel))
        for (rule, instead), channels in by_reason.items():
            said = self._because(rule)
            names = self._words.listed(channels)
            ending = self._words.say("instead", channels=self._words.listed([self._channel(name) for name in instead], "or")) if instead else ""
            yield Said(self._words.say("named", names=names, text=f"{said.text}{ending}"), said.cite)

    def _left_out(self) -> Iterable[Said]:
        for item in self._advice.left_out:
            audience = self._audience(item.audience)
            if item.share <= NOBODY_MISSED:
                yield Said(self._words.say("left-out.nobody", audience=audience))
            elif item.channels:
                channels = self._words.listed([self._channel(name) for name in item.channels], "or")
                yield Said(self._words.say("left-out.some", audience=audience, share=self._words.percent(item.share), channels=channels))
            else:
                yield Said(self._words.say("left-out.unreached", audience=audience, share=self._words.percent(item.share)))

    def _conditions(self) -> Iterable[Said]:
        yield from (self._because(name) for name in self._advice.advice)
        yield from self._about_channels("conditions")

    def _cautions(self) -> Iterable[Said]:
        return self._about_channels("cautions")

    def _about_channels(self, what: str) -> Iterable[Said]:
        """Rules about the channels shown and not avoided, each said once with their names."""
        names: defaultdict[str, list[str]] = defaultdict(list)
        for networks in (True, False):
            ranked = [item for item in self._advice.ranking if (item.kind == NETWORK) is networks]
            for item in ranked if self._full else self._best(ranked):
                if item.verdict != "avoid":
                    for rule in getattr(item, what):
                        names[rule].append(self._channel(item.channel))
        for rule, channels in names.items():
            said = self._because(rule)
            yield Said(self._words.say("named", names=self._words.listed(channels), text=said.text), said.cite)

    def _pending(self) -> Iterable[Said]:
        by_fact: defaultdict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        urged = {item.channel for item in self._advice.ranking if item.verdict != "avoid"}
        for item in self._advice.pending:
            if item.channel in urged:
                by_fact[item.facts][self._channel(item.channel)] = None
        facts = {fact.id: fact.label.in_(self._words.lang) for fact in self._edition.rulebook.facts}
        for names, channels in by_fact.items():
            labels = self._words.listed([facts[name] for name in names])
            shown = list(channels)[:SHOWN]
            more = self._words.count("and-others", len(channels) - SHOWN) if len(channels) > SHOWN else ""
            yield Said(self._words.say("pending", facts=labels, channels=self._words.listed(shown) if not more else ", ".join(shown) + more))

    def _decided(self) -> Iterable[Said]:
        decided = self._advice.brief.decided
        if decided is not None and decided.channels:
            verdicts = {item.channel: item.verdict for item in self._advice.ranking}
            for channel in decided.channels:
                verdict = self._words.say(f"verdict.{verdicts[channel]}" if channel in verdicts else "verdict.none")
                day = self._words.day(decided.on) if decided.on else self._words.say("cite.undated")
                yield Said(self._words.say("decided", channel=self._channel(channel), day=day, verdict=verdict), decided.because or "")

    def _past_review(self) -> Iterable[Said]:
        for name in self._advice.past_review:
            day = self._words.day(self._edition.rules[name].review_by)
            yield Said(self._words.say("past-review", rule=name, day=day))

    # The foot

    def _basis(self) -> str:
        if self._advice.oldest_evidence is None:
            return self._words.say("oldest.none")
        return self._words.say("oldest", year=self._advice.oldest_evidence.year)

    def _next(self) -> Said:
        urged = [item for item in self._advice.ranking if item.verdict in URGED]
        if not urged:
            return Said(self._words.say("next.nothing"))
        first, others = urged[0], urged[1 : 1 + REASONS]
        hours = self._edition.sheets[first.channel].hours_per_week
        start = (
            self._words.say("next.start", channel=self._channel(first.channel))
            if hours is None
            else self._words.say("next.start-hours", channel=self._channel(first.channel), hours=self._words.number(hours.value))
        )
        back = self._words.say("next.back", channels=self._words.listed([self._channel(item.channel) for item in others])) if others else ""
        return Said(f"{start}{back}{self._words.say('next.review', day=self._words.day(self._next_review(urged)))}")

    def _next_review(self, urged: Sequence[Ranked]) -> date:
        rules = (rule.rule for item in urged for row in item.contributions for rule in row.fit.rules)
        return min((self._edition.rules[name].review_by for name in rules), default=self._advice.as_of)

    # Names

    def _channel(self, name: str) -> str:
        sheet = self._edition.sheets.get(name) or next(sheet for sheet in self._edition.rulebook.sheets if sheet.id == name)
        return sheet.name_on(self._advice.as_of).in_(self._words.lang)

    def _goal(self, name: str) -> str:
        return self._edition.goals[name].label.in_(self._words.lang)

    def _audience(self, name: str) -> str:
        return self._edition.audiences[name].label.in_(self._words.lang)
