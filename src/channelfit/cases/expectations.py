"""What a case may expect of an answer, and what is missed where it is not so."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from channelfit.advice.left_out import URGED
from channelfit.advice.model import Advice, Ranked
from channelfit.cases.model import Expectation, Miss, Row
from channelfit.cases.traces import rules_at_work
from channelfit.source.place import Param

Got: TypeAlias = tuple[str, dict[str, Param]]
Check: TypeAlias = Callable[[Any, "Answer"], Iterator[Miss]]


class Answer:
    """An advice as expectations look at it."""

    def __init__(self, line: Expectation, advice: Advice) -> None:
        self.line = line
        self.advice = advice
        self.ranked = {item.channel: item for item in advice.ranking}
        self.order = list(self.ranked)
        self.gone = {item.channel: item.rules for item in advice.excluded}

    def miss(self, expected: str, got: Got, channels: Iterable[str] = (), rules: Iterable[str] = ()) -> Miss:
        """The rows of the channels concerned are what decided."""
        rows = tuple(Row(name, part) for name in dict.fromkeys(channels) if name in self.ranked for part in self.ranked[name].contributions)
        vetoes = (rule for name in channels for rule in self.gone.get(name, ()))
        return Miss(self.line.kind, expected, self.line.place, *got, rows, tuple(dict.fromkeys((*rules, *vetoes))))

    def place_of(self, channel: str) -> Got:
        """Where a channel stands in the answer, as a message."""
        if channel in self.gone:
            return said("excluded", channel=channel)
        if channel not in self.ranked:
            return said("absent", channel=channel)
        return said("rank", channel=channel, rank=self.ranked[channel].rank)


def said(message: str, **params: Param) -> Got:
    """What came instead, as the id of a message and its parameters."""
    return f"got.{message}", params


def misses(line: Expectation, advice: Advice) -> Iterator[Miss]:
    """One for each thing expected that the answer does not meet."""
    return CHECKS[line.kind](line.value, Answer(line, advice))


def several(value: Any) -> list[Any]:
    """A list, or the one thing that stands for it."""
    return value if isinstance(value, list) else [value]


def _first(kind: Callable[[Ranked], bool]) -> Check:
    def check(channel: str, answer: Answer) -> Iterator[Miss]:
        leader = next((item.channel for item in answer.advice.ranking if kind(item)), None)
        if leader is None:
            yield answer.miss(channel, said("nothing"))
        elif leader != channel:
            yield answer.miss(channel, said("first", channel=leader), (leader, channel))

    return check


def _before(pairs: list[list[str]], answer: Answer) -> Iterator[Miss]:
    order = answer.order
    for ahead, behind in pairs:
        wanted = f"{ahead} > {behind}"
        if ahead not in order:
            yield answer.miss(wanted, answer.place_of(ahead), (ahead, behind))
        elif behind in order and order.index(behind) < order.index(ahead):
            yield answer.miss(wanted, said("before", ahead=behind, behind=ahead), (behind, ahead))


def _not_first(wanted: dict[str, Any], answer: Answer) -> Iterator[Miss]:
    """Neither among the first networks nor among the first of the others."""
    number, channels = wanted["of"], several(wanted["channels"])
    for network in (True, False):
        heads = [item.channel for item in answer.advice.ranking if (item.kind == "network") is network][:number]
        for channel in channels:
            if channel in heads:
                yield answer.miss(f"{channel} > {number}", said("rank-of-kind", channel=channel, rank=heads.index(channel) + 1), (channel,))


def _not_in(channels: list[str], answer: Answer) -> Iterator[Miss]:
    for channel in several(channels):
        item = answer.ranked.get(channel)
        if item is not None and item.verdict in URGED:
            yield answer.miss(channel, said("verdict", channel=channel, verdict=item.verdict), (channel,))


def _excluded(channels: list[str], answer: Answer) -> Iterator[Miss]:
    for channel in several(channels):
        if channel not in answer.gone:
            pending = [veto.rule for veto in answer.advice.pending if veto.channel == channel]
            yield answer.miss(channel, answer.place_of(channel), (channel,), pending)


def _not_excluded(channels: list[str], answer: Answer) -> Iterator[Miss]:
    yield from (answer.miss(channel, said("excluded", channel=channel), (channel,)) for channel in several(channels) if channel in answer.gone)


def _required(channels: list[str], answer: Answer) -> Iterator[Miss]:
    named = {item.channel: item for item in answer.advice.required}
    for channel in several(channels):
        if channel not in named:
            rules = [rule for item in named.values() for rule in item.rules]
            yield answer.miss(channel, said("required", named=tuple(named)) if named else said("nothing"), (channel,), rules)


def _verdict(wanted: dict[str, str | list[str]], answer: Answer) -> Iterator[Miss]:
    for channel, accepted in wanted.items():
        item = answer.ranked.get(channel)
        expected = f"{channel}: {', '.join(several(accepted))}"
        if item is None:
            yield answer.miss(expected, answer.place_of(channel), (channel,))
        elif item.verdict not in several(accepted):
            yield answer.miss(expected, said("verdict", channel=channel, verdict=item.verdict), (channel,))


def _given(given: Callable[[Advice], set[str]]) -> Check:
    def check(rules: list[str], answer: Answer) -> Iterator[Miss]:
        missing = set(several(rules)) - given(answer.advice)
        yield from (answer.miss(rule, said("silent", rule=rule), (), (rule,)) for rule in several(rules) if rule in missing)

    return check


def _advice(advice: Advice) -> set[str]:
    return set(advice.advice).union(*(item.conditions for item in advice.ranking))


def _cautions(advice: Advice) -> set[str]:
    return set[str]().union(*(item.cautions for item in advice.ranking))


def _silent(rules: list[str], answer: Answer) -> Iterator[Miss]:
    at_work = rules_at_work(answer.advice)
    yield from (answer.miss(rule, said("fires", rule=rule), (), (rule,)) for rule in several(rules) if rule in at_work)


def _presence(wanted: dict[str, dict[str, Any]], answer: Answer) -> Iterator[Miss]:
    for channel, bounds in wanted.items():
        expected = f"{channel}: {', '.join(f'{key} {value}' for key, value in bounds.items())}"
        if channel not in answer.ranked:
            yield answer.miss(expected, answer.place_of(channel), (channel,))
            continue
        share = answer.ranked[channel].contributions[0].presence
        if share.basis != bounds.get("basis", share.basis) or not bounds.get("at_least", 0) <= share.share <= bounds.get("at_most", 1):
            yield answer.miss(expected, said("presence", channel=channel, share=share.share, basis=share.basis), (channel,))


CHECKS: dict[str, Check] = {
    "first": _first(lambda _: True),
    "first_network": _first(lambda item: item.kind == "network"),
    "first_other": _first(lambda item: item.kind != "network"),
    "before": _before,
    "not_first": _not_first,
    "not_in": _not_in,
    "excluded": _excluded,
    "not_excluded": _not_excluded,
    "required": _required,
    "verdict": _verdict,
    "advice": _given(_advice),
    "cautions": _given(_cautions),
    "fires": _given(rules_at_work),
    "silent": _silent,
    "presence": _presence,
}
