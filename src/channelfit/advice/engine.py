"""The engine: pure functions from a brief and an edition of the rulebook to an answer."""

from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date

from channelfit.advice.brief import Brief
from channelfit.advice.consider import consider
from channelfit.advice.left_out import URGED, left_out
from channelfit.advice.model import Advice, Contribution, Excluded, PendingVeto, Ranked, RequiredChannel
from channelfit.advice.ranking import contributions, order, ranks, total
from channelfit.advice.trace import Cell, trace
from channelfit.advice.verdict import mean_points, verdict
from channelfit.presence.lookup import Presences
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Advises, Caution, Excludes, Requires, Rule, Sheet

Weighted = tuple[tuple[Cell, float], ...]
Scored = tuple[Sheet, float, tuple[Contribution, ...]]


class Advisor:
    """Answers briefs from one edition of the rulebook; what it looks up once it need not look up again."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.presences = Presences(edition)

    def advise(self, brief: Brief) -> Advice:
        """Rank every channel that exists and is not excluded. The same brief gives the same answer."""
        edition = self.edition
        cells = self._cells(brief)
        excluded = _excluded(cells, edition)
        vetoed = {item.channel for item in excluded}
        scored = self._scored(brief, cells, vetoed)
        required = _required(cells, [sheet.id for sheet, _, _ in scored])
        ranking = self._ranking(scored, cells, {item.channel for item in required})
        answer = tuple(dict.fromkeys(rule.id for cell, _ in cells for rule in cell.advice if _about_answer(rule)))
        return Advice(
            as_of=edition.as_of,
            brief=brief,
            ranking=ranking,
            excluded=excluded,
            required=required,
            considered=tuple(consider(channel, ranking, excluded) for channel in brief.consider),
            left_out=left_out(tuple(brief.audience_weights), ranking),
            advice=answer,
            pending=_pending(cells, edition, vetoed),
            oldest_evidence=_oldest(ranking, edition),
            past_review=_past_review(ranking, required, edition),
        )

    def with_rule(self, name: str, rule: Rule | None) -> "Advisor":
        """This advisor, were one rule another, or not there: what does not depend on rules is not looked up again."""
        other = copy(self)
        other.edition = self.edition.with_rule(name, rule)
        return other

    def _cells(self, brief: Brief) -> Weighted:
        return tuple(
            (trace(self.edition, goal, audience, brief.facts), goal_weight * audience_weight)
            for goal, goal_weight in brief.goal_weights.items()
            for audience, audience_weight in brief.audience_weights.items()
        )

    def _scored(self, brief: Brief, cells: Weighted, vetoed: set[str]) -> list[Scored]:
        scored = []
        for sheet in self.edition.sheets.values():
            if sheet.id not in vetoed:
                rows = contributions(sheet, cells, brief, self.edition, self.presences)
                scored.append((sheet, total(rows), rows))
        return sorted(scored, key=lambda item: order(item[0], item[1]))

    def _ranking(self, scored: Sequence[Scored], cells: Weighted, required: set[str]) -> tuple[Ranked, ...]:
        method = self.edition.rulebook.method
        conditions = _by_channel(rule for cell, _ in cells for rule in cell.advice)
        cautions = _by_channel(rule for cell, _ in cells for rule in cell.cautions)
        ranked = []
        for rank, (sheet, score, rows) in zip(ranks([score for _, score, _ in scored]), scored, strict=True):
            points = mean_points(rows, method)
            judged = verdict(points, score, sheet.id in required, method.verdicts)
            ranked.append(Ranked(rank, sheet.id, sheet.kind, score, points, judged, rows, conditions.get(sheet.id, ()), cautions.get(sheet.id, ())))
        return tuple(ranked)


def _excluded(cells: Weighted, edition: Edition) -> tuple[Excluded, ...]:
    """Channels vetoed in every cell, with the reasons and what to use instead."""
    found = []
    for channel in edition.sheets:
        vetoes = [cell.vetoes.get(channel, []) for cell, _ in cells]
        if all(vetoes):
            rules = tuple({rule.id: rule for veto in vetoes for rule in veto}.values())
            found.append((channel, rules))
    gone = {channel for channel, _ in found}
    return tuple(Excluded(channel, tuple(rule.id for rule in rules), _instead(rules, edition, gone)) for channel, rules in found)


def _instead(rules: Iterable[Rule], edition: Edition, gone: set[str]) -> tuple[str, ...]:
    named = (channel for rule in rules if isinstance(rule.effect, Excludes) for channel in rule.effect.instead)
    return tuple(dict.fromkeys(channel for channel in named if channel in edition.sheets and channel not in gone))


def _required(cells: Weighted, ranked: Sequence[str]) -> tuple[RequiredChannel, ...]:
    """Required channels, best ranked first; of `one_of` the best ranked that is left. Excluded wins over required."""
    reasons: dict[str, list[str]] = {}
    for rule in dict.fromkeys(rule for cell, _ in cells for rule in cell.requires):
        if isinstance(rule.effect, Requires):
            wanted = [channel for channel in ranked if channel in rule.effect.channels]
            for channel in wanted[:1] if rule.effect.one_of else wanted:
                reasons.setdefault(channel, []).append(rule.id)
    return tuple(RequiredChannel(channel, tuple(reasons[channel])) for channel in ranked if channel in reasons)


def _by_channel(rules: Iterable[Rule]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for rule in rules:
        if isinstance(rule.effect, Advises | Caution):
            for channel in rule.effect.channels:
                found.setdefault(channel, {})[rule.id] = None
    return {channel: tuple(ids) for channel, ids in found.items()}


def _about_answer(rule: Rule) -> bool:
    return isinstance(rule.effect, Advises) and not rule.effect.channels


def _pending(cells: Weighted, edition: Edition, vetoed: set[str]) -> tuple[PendingVeto, ...]:
    found: dict[tuple[str, str], PendingVeto] = {}
    for cell, _ in cells:
        for rule, pending in cell.pending:
            if isinstance(rule.effect, Excludes):
                for channel in rule.effect.channels:
                    if channel in edition.sheets and channel not in vetoed:
                        found.setdefault((channel, rule.id), PendingVeto(channel, rule.id, pending.facts))
    return tuple(found.values())


def _oldest(ranking: Sequence[Ranked], edition: Edition) -> date | None:
    """The oldest thing that the urged part of the answer rests on; of a bare year, its first day."""
    days = [date(edition.evidence[name].year, 1, 1) for row in _urged_rows(ranking) for name in row.presence.evidence]
    for row in _urged_rows(ranking):
        for name in (*(rule.rule for rule in row.fit.rules), *row.presence.rules):
            days += [day for source in edition.rules[name].sources if (day := _published(source, edition)) is not None]
    return min(days, default=None)


def _published(source: str, edition: Edition) -> date | None:
    found = edition.sources[source]
    return found.published_on or (date(found.year, 1, 1) if found.year is not None else None)


def _past_review(ranking: Sequence[Ranked], required: Iterable[RequiredChannel], edition: Edition) -> tuple[str, ...]:
    """The rules that speak for what is advised, judge its presence or require it, and should have been looked at again."""
    rows = _urged_rows(ranking)
    names = [name for row in rows for name in (*(rule.rule for rule in row.fit.rules), *row.presence.rules)]
    names += [name for item in required for name in item.rules]
    return tuple(name for name in dict.fromkeys(names) if edition.rules[name].review_by < edition.as_of)


def _urged_rows(ranking: Sequence[Ranked]) -> list[Contribution]:
    return [row for item in ranking if item.verdict in URGED for row in item.contributions]


def advise(brief: Brief, edition: Edition) -> Advice:
    """The answer to one brief. To answer many, keep an Advisor."""
    return Advisor(edition).advise(brief)
