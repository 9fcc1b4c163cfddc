"""The parts of a change add up to it, whatever changed."""

from collections.abc import Callable
from datetime import date
from itertools import combinations
from math import fsum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelfit.advice.engine import Advisor
from channelfit.advice.fit import fitness
from channelfit.advice.model import Fit, Points
from channelfit.advice.read_brief import read_brief
from channelfit.changes.attribution import Move, shares
from channelfit.changes.compare import compare
from channelfit.changes.model import Answered, Changes
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Rulebook
from channelfit.source.parse import parse
from tests.changes.small import overlaid, small

BRIEFS = sorted((Path(__file__).parents[2] / "examples" / "briefs").glob("*.yaml"))
DAYS = [date(2020, 3, 4), date(2023, 1, 15), date(2026, 11, 23)]
MOVES = st.lists(st.tuples(st.integers(-3, 3), st.integers(-1, 1)), max_size=9)


def apart(changes: Changes) -> dict[str, float]:
    """By how much the parts of each channel miss its change."""
    both = [moved for moved in changes.moved if moved.before and moved.after]
    return {
        moved.channel: miss
        for moved in both
        if moved.before and moved.after
        if (miss := abs(fsum(part.score for part in moved.parts) - (moved.after.score - moved.before.score))) > 1e-9
    }


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_the_parts_add_up_and_each_has_a_cause(path: Path, rulebook: Rulebook) -> None:
    asked = read_brief(parse(path.read_text(encoding="utf-8"), path.name), rulebook)
    editions = [Edition(rulebook, day, asked.country) for day in DAYS]
    answers = [Answered(Advisor(edition).advise(asked), edition) for edition in editions]
    for before, after in combinations(answers, 2):
        changes = compare(before, after)
        assert apart(changes) == {}
        for moved in changes.moved:
            assert all(part.causes for part in moved.parts), moved.channel
            assert {cause.how for part in moved.parts for cause in part.causes} <= {"since", "ended", "steps-in", "gives-way", "too-old"}
        assert all(gate.causes for gate in (*changes.excluded, *changes.required))


@pytest.mark.parametrize("facts", ["{country: FR}", "{country: BE, secret: true}", "{country: FR, hours: 0.5, tools: [drum]}"])
def test_the_parts_add_up_with_an_overlay(facts: str) -> None:
    changes = overlaid(f"goals: {{tell: 2, talk: 1}}\naudiences: [everyone, old]\nfacts: {facts}\n", date(2023, 7, 2))
    assert apart(changes) == {}


@given(MOVES, st.integers(-4, 4))
def test_shares_add_up_to_the_change_of_the_fit(moves: list[tuple[int, int]], points: int) -> None:
    method, start = small().method, Fit(0, points, (Points("start", points),), ())
    named = [Move(str(place), more, max(vetoes, 0)) for place, (more, vetoes) in enumerate(moves)]
    end = fitness(points + sum(move.points for move in named), sum(move.vetoes for move in named), method)
    assert fsum(shares(named, start, method)) == pytest.approx(end - fitness(points, 0, method), abs=1e-9)


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        ([Move("a", 1, 0)], [1 / 8]),
        ([Move("a", 1, 0), Move("b", -1, 0)], [(1 / 8 + 1 / 16) / 2, -(1 / 8 + 1 / 16) / 2]),
        ([Move("a", 0, 1)], [-1 / 8]),
        ([Move("a", 1, 0), Move("a-twin", 1, 0)], [3 / 16, 3 / 16]),
    ],
)
def test_shares_are_those_worked_out_by_hand(moves: list[Move], expected: list[float]) -> None:
    """Fit doubles with every point, from 1/8 at none (limit 3)."""
    assert shares(moves, Fit(1 / 8, 0, (), ()), small().method) == pytest.approx(expected)


def test_the_order_of_rules_does_not_matter() -> None:
    moves = [Move("a", 2, 0), Move("b", -1, 0), Move("c", 1, 1)]
    value: Callable[[list[Move]], dict[str, float]] = lambda order: dict(  # noqa: E731 a name for the type checker
        zip([move.rule for move in order], shares(order, Fit(1 / 8, 0, (), ()), small().method), strict=True)
    )
    assert value(moves) == pytest.approx(value(moves[::-1]))
