"""A pilot is the smallest that keeps its word, waits for its weeks, and does what it says when it is simulated."""

from bisect import bisect
from functools import cache
from itertools import accumulate
from math import comb
from random import Random

import pytest

from channelfit.pilot import one_arm, two_arms
from channelfit.pilot.model import Count, Decision, Observation, Pilot
from channelfit.pilot.review import decide
from tests.pilot.made import START, designed, trial

PILOTS = 10_000
SHARES = [(0.6, 0.75, 1), (0.2, 0.35, 1), (0.6, 0.75, 2), (0.3, 0.45, 2)]


@pytest.mark.parametrize(("least", "useful", "arms"), SHARES)
def test_it_keeps_its_word(least: float, useful: float, arms: int) -> None:
    chances = {chance.share: chance for chance in designed(least, useful, arms=arms).chances}
    assert chances[least].adopt <= trial().alpha
    assert chances[useful].adopt >= trial().power
    assert list(chances) == sorted(chances)
    assert [chance.adopt for chance in chances.values()] == sorted(chance.adopt for chance in chances.values())


@pytest.mark.parametrize(("least", "useful", "arms"), [(0.05, 0.1, 1), (0.3, 0.4, 1), (0.6, 0.75, 2)])
def test_no_smaller_one_would_do(least: float, useful: float, arms: int) -> None:
    module, gates = (one_arm, trial().one_arm) if arms == 1 else (two_arms, trial().two_arms)
    levels = [round(0.9 + 0.01 * step, 2) for step in range(10)]
    size = designed(least, useful, arms=arms).planned.n
    for whole in range(trial().fewest, size, gates.looks * 3):
        for sure in levels:
            smaller = module._made(trial(), least, whole, sure, gates.looks - 1)
            assert smaller.at(least).adopt > trial().alpha or smaller.at(useful).adopt < trial().power


def test_a_difference_too_small_is_not_promised() -> None:
    assert one_arm.one_arm(trial(), 0.5, 0.51, 3) is None
    assert two_arms.two_arms(trial(), 0.5, 0.51, 1) is None


@pytest.mark.parametrize("arms", [1, 2])
@pytest.mark.parametrize("weeks", [4, 5, 8, 13])
def test_nothing_is_adopted_before_four_weeks_are_over(arms: int, weeks: int) -> None:
    pilot = designed(0.5, 0.7, arms=arms, weeks=weeks)
    early = [look for look in pilot.looks if (look.not_before - START).days < 28]
    assert all(look.adopt is None for look in early)
    assert pilot.planned.adopt is not None
    assert (pilot.planned.not_before - START).days == weeks * 7
    assert pilot.extension.not_before > pilot.planned.not_before
    if weeks >= 8:
        assert any(look.adopt is not None for look in pilot.looks[:-2])


@pytest.mark.parametrize(("least", "useful", "arms"), SHARES)
def test_simulated_pilots_do_what_is_printed(least: float, useful: float, arms: int) -> None:
    pilot = designed(least, useful, arms=arms, weeks=8)
    for chance in pilot.chances:
        if chance.share in (least, useful):
            adopted, answers = _simulated(pilot, chance.share, Random(7))
            error = 4 * (chance.adopt * (1 - chance.adopt) / PILOTS) ** 0.5
            assert adopted / PILOTS == pytest.approx(chance.adopt, abs=error)
            assert answers / PILOTS == pytest.approx(chance.answers, abs=4 * pilot.extension.n / PILOTS**0.5)


def _simulated(pilot: Pilot, share: float, random: Random) -> tuple[int, int]:
    """How many of the pilots adopt, and the answers counted in one arm of all of them, by the review's own rule."""
    adopted = answers = 0

    @cache
    def decided(look: int, x: int, other: int) -> Decision:
        n = pilot.looks[look - 1].n
        return decide(pilot, Observation(look, START, Count(x, n), Count(other, n) if pilot.against else None))

    for _ in range(PILOTS):
        x = other = before = 0
        for look in pilot.looks:
            x += _successes(look.n - before, share, random)
            other += _successes(look.n - before, pilot.least, random) if pilot.against else 0
            before = look.n
            decision = decided(look.look, x, other)
            if decision in ("adopt", "stop"):
                adopted += decision == "adopt"
                break
        answers += before
    return adopted, answers


def _successes(n: int, share: float, random: Random) -> int:
    return bisect(_table(n, share), random.random())


@cache
def _table(n: int, share: float) -> list[float]:
    return list(accumulate(comb(n, x) * share**x * (1 - share) ** (n - x) for x in range(n)))
