"""One arm against a minimum useful rate, looked at by predictive probability.

Lee & Liu (2008), Clinical Trials 5:93-106: at a look, P(the end will say adopt | what was seen).
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from channelfit.method.beta import Beta
from channelfit.method.pilot_design import Design, Look, characteristics
from channelfit.method.update import predictive_at_least


class Rule(NamedTuple):
    """Adopt at the end when P(p > least | data) ≥ `sure`; at a look when PP ≥ `adopt_from`, stop when PP ≤ `stop_from`.

    `adopt_from` above 1 means that no look adopts.
    """

    prior: Beta
    least: float
    sure: float
    stop_from: float
    adopt_from: float


class Found(NamedTuple):
    design: Design
    false_adopt: float
    power: float


def probability_above(rule: Rule, successes: int, n: int) -> float:
    """P(p > least | so many successes of n)."""
    return 1 - Beta(rule.prior.alpha + successes, rule.prior.beta + n - successes).below(rule.least)


def needed(rule: Rule, n: int) -> int:
    """The fewest successes of n that adopt at the end; n + 1 where none do."""
    return _first(n + 1, lambda successes: probability_above(rule, successes, n) >= rule.sure)


def predictive_probability(rule: Rule, successes: int, n: int, whole: int) -> float:
    """P(adopt at the end of `whole` answers | so many successes of n)."""
    known = Beta(rule.prior.alpha + successes, rule.prior.beta + n - successes)
    return predictive_at_least(known, needed(rule, whole) - successes, whole - n)


def design(rule: Rule, whole: int, looks: Sequence[int]) -> Design:
    """The boundaries at each look, in successes."""
    return Design(tuple(_look(rule, n, whole) for n in looks), whole, needed(rule, whole))


def _look(rule: Rule, n: int, whole: int) -> Look:
    """PP rises with successes, so that each boundary is found by halving."""
    go_on = _first(n + 1, lambda successes: predictive_probability(rule, successes, n, whole) > rule.stop_from)
    adopt = _first(n + 1, lambda successes: predictive_probability(rule, successes, n, whole) >= rule.adopt_from)
    return Look(n, go_on - 1 if go_on > 0 else None, adopt if adopt <= n else None)


def extended(rule: Rule, planned: Design, longer: int, extend_from: float) -> Design:
    """The planned end as one more look: adopt there as planned, go on to `longer` answers when PP(adopt there) > `extend_from`, else stop."""
    n = planned.n
    go_on = _first(n + 1, lambda successes: predictive_probability(rule, successes, n, longer) > extend_from)
    return Design((*planned.looks, Look(n, go_on - 1 if go_on > 0 else None, planned.adopt)), longer, needed(rule, longer))


def smallest(rule: Rule, useful: float, *, alpha: float, power: float, plan: Callable[[int], Sequence[int]], sizes: Sequence[int]) -> Found | None:
    """The first of `sizes` whose exact characteristics keep to α at the least useful rate and have the power at a useful one.

    `plan` gives the looks of a size. Sizes are tried one by one, since both sides of the condition move in steps. None where no size does.
    """
    for whole in sizes:
        candidate = design(rule, whole, plan(whole))
        wrongly = characteristics(candidate, rule.least).adopt
        if wrongly > alpha:
            continue
        rightly = characteristics(candidate, useful).adopt
        if rightly >= power:
            return Found(candidate, wrongly, rightly)
    return None


def _first(end: int, holds: Callable[[int], bool]) -> int:
    """The first of 0..end−1 from which on it holds; `end` where it never does."""
    low, high = 0, end
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low
