"""What a case beside the rules may expect of an answer, and how each expectation fails."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from channelfit.advice.model import Advice, Ranked

Check = Callable[[Any, Advice], Iterator[str]]


def failures(expected: Mapping[str, Any], advice: Advice) -> list[str]:
    """One line for each expectation that the answer does not meet. Raises KeyError on an expectation nobody defined."""
    return [failure for name, value in expected.items() for failure in CHECKS[name](value, advice)]


def rules_at_work(advice: Advice) -> set[str]:
    """Every rule that left a trace in the answer."""
    found = set(advice.advice)
    for excluded in advice.excluded:
        found.update(excluded.rules)
    for required in advice.required:
        found.update(required.rules)
    for ranked in advice.ranking:
        found.update(ranked.conditions, ranked.cautions)
        for row in ranked.contributions:
            found.update(row.fit.vetoes, row.presence.rules, (points.rule for points in row.fit.rules))
    return found


def _first(kind: Callable[[Ranked], bool]) -> Check:
    def check(channel: str, advice: Advice) -> Iterator[str]:
        leader = next((item.channel for item in advice.ranking if kind(item)), None)
        if leader != channel:
            yield f"first is {leader}, not {channel}"

    return check


def _before(pairs: list[list[str]], advice: Advice) -> Iterator[str]:
    order = [item.channel for item in advice.ranking]
    for ahead, behind in pairs:
        if ahead not in order or (behind in order and order.index(behind) < order.index(ahead)):
            yield f"{ahead} is not before {behind}"


def _not_first(wanted: Mapping[str, Any], advice: Advice) -> Iterator[str]:
    for network in (True, False):
        heads = [item.channel for item in advice.ranking if (item.kind == "network") is network][: wanted["of"]]
        yield from (f"{channel} is among the first {wanted['of']}" for channel in wanted["channels"] if channel in heads)


def _excluded(channels: list[str], advice: Advice) -> Iterator[str]:
    gone = {item.channel for item in advice.excluded}
    yield from (f"{channel} is not excluded" for channel in channels if channel not in gone)


def _not_excluded(channels: list[str], advice: Advice) -> Iterator[str]:
    gone = {item.channel: item.rules for item in advice.excluded}
    yield from (f"{channel} is excluded by {gone[channel]}" for channel in channels if channel in gone)


def _required(channels: list[str], advice: Advice) -> Iterator[str]:
    named = {item.channel for item in advice.required}
    yield from (f"{channel} is not required" for channel in channels if channel not in named)


def _verdict(wanted: Mapping[str, str | list[str]], advice: Advice) -> Iterator[str]:
    found = {item.channel: item.verdict for item in advice.ranking}
    for channel, accepted in wanted.items():
        if found.get(channel) not in ([accepted] if isinstance(accepted, str) else accepted):
            yield f"the verdict on {channel} is {found.get(channel)}, not {accepted}"


def _advice(rules: list[str], advice: Advice) -> Iterator[str]:
    given = set(advice.advice).union(*(item.conditions for item in advice.ranking))
    yield from (f"{rule} is not given as advice" for rule in rules if rule not in given)


def _cautions(rules: list[str], advice: Advice) -> Iterator[str]:
    given = set().union(*(item.cautions for item in advice.ranking))
    yield from (f"{rule} is not given as a caution" for rule in rules if rule not in given)


def _fires(rules: list[str], advice: Advice) -> Iterator[str]:
    yield from (f"{rule} does not fire" for rule in rules if rule not in rules_at_work(advice))


def _silent(rules: list[str], advice: Advice) -> Iterator[str]:
    yield from (f"{rule} fires" for rule in rules if rule in rules_at_work(advice))


def _presence(wanted: Mapping[str, Mapping[str, Any]], advice: Advice) -> Iterator[str]:
    shares = {item.channel: item.contributions[0].presence for item in advice.ranking}
    for channel, bounds in wanted.items():
        share = shares[channel]
        if bounds.get("basis", share.basis) != share.basis:
            yield f"the presence on {channel} is {share.basis}, not {bounds['basis']}"
        if not bounds.get("at_least", 0) <= share.share <= bounds.get("at_most", 1):
            yield f"the presence on {channel} is {share.share:.2f}"


CHECKS: dict[str, Check] = {
    "first": _first(lambda _: True),
    "first_network": _first(lambda item: item.kind == "network"),
    "first_other": _first(lambda item: item.kind != "network"),
    "before": _before,
    "not_first": _not_first,
    "excluded": _excluded,
    "not_excluded": _not_excluded,
    "required": _required,
    "verdict": _verdict,
    "advice": _advice,
    "cautions": _cautions,
    "fires": _fires,
    "silent": _silent,
    "presence": _presence,
}
