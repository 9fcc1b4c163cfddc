"""Which questions are worth asking, held against the engine itself."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from channelfit.advice.asking.answers import answers
from channelfit.advice.asking.board import Board, State
from channelfit.advice.asking.race import Race
from channelfit.advice.brief import Brief
from channelfit.advice.questions import questions
from channelfit.conditions.model import Against, Compare
from channelfit.rulebook.model import Fact, FactOption
from channelfit.rulebook.text import Text
from tests.advice.test_properties import BRIEFS, DAYS, LOOK, RULEBOOK, advisor, answered, values

FACTS = {fact.id: fact for fact in RULEBOOK.facts}
PODIUM = RULEBOOK.method.podium
ANSWERS = st.fixed_dictionaries({}, optional={fact.id: values(fact) for fact in RULEBOOK.facts})
SURE = Brief({"media-relations": 1}, {"journalists": 1}, {"country": "FR"})
DAY = date(2026, 11, 25)


def first(brief: Brief, day: date) -> list[str]:
    return [item.channel for item in answered(brief, day).ranking[:PODIUM]]


def told(brief: Brief, more: dict[str, Any]) -> Brief:
    return replace(brief, facts={**more, **brief.facts})


@LOOK
@given(BRIEFS, DAYS, ANSWERS)
def test_the_quick_scores_are_those_of_the_engine(brief: Brief, day: date, more: dict[str, Any]) -> None:
    board = Board(brief, advisor(day, brief.country))
    country = None if brief.country else more.get("country")
    state = State(board.state({**more, **brief.facts}).bits, country)
    ranking = answered(told(brief, more), day).ranking
    placed = {name: place.score for name in board.channels if (place := board.place(name, state)) is not None}
    assert placed == {item.channel: item.score for item in ranking}
    assert list(Race(board, PODIUM, anywhere=brief.country is None).first(state)) == [item.channel for item in ranking[:PODIUM]]


@settings(LOOK, max_examples=100)
@given(BRIEFS, DAYS, st.data())
def test_an_immaterial_question_never_changes_the_first(brief: Brief, day: date, data: st.DataObject) -> None:
    asked = {question.fact for question in questions(brief, advisor(day, brief.country))}
    idle = sorted(set(FACTS) - asked - set(brief.facts))
    if not idle:
        return
    named = data.draw(st.lists(st.sampled_from(idle), min_size=1, max_size=2, unique=True))
    more = {name: data.draw(values(FACTS[name])) for name in named}
    assert first(told(brief, more), day) == first(brief, day)


@LOOK
@given(BRIEFS, DAYS)
def test_a_question_can_change_the_first_as_it_says(brief: Brief, day: date) -> None:
    """Where it is settled by one yes or no: the channels are those that move, and the swing is theirs."""
    before = {item.channel: item.score for item in answered(brief, day).ranking}
    for question in questions(brief, advisor(day, brief.country)):
        if not question.alone or FACTS[question.fact].kind != "boolean":
            continue
        moved: set[str] = set()
        swings = []
        for answer in (True, False):
            after = {item.channel: item.score for item in answered(told(brief, {question.fact: answer}), day).ranking}
            one, other = list(before)[:PODIUM], list(after)[:PODIUM]
            changed = {name for name in (*one, *other) if name not in one or name not in other or one.index(name) != other.index(name)}
            moved |= changed
            swings += [abs(after.get(name, 0) - before.get(name, 0)) for name in changed]
        assert set(question.may_change) == moved
        assert question.swing == max(swings)


def test_largest_swing_first_and_nothing_that_is_known_or_declined() -> None:
    found = questions(SURE, advisor(DAY, "FR"))
    assert [item.swing for item in found] == sorted((item.swing for item in found), reverse=True)
    declined = questions(SURE, advisor(DAY, "FR"), {found[0].fact})
    assert found[0].fact not in {item.fact for item in declined}
    known = questions(told(SURE, {found[0].fact: True}), advisor(DAY, "FR"))
    assert found[0].fact not in {item.fact for item in known}


WORD = Text("mot", "word")
KINDS: list[tuple[str, list[Compare | Against], list[Any]]] = [
    ("boolean", [Compare("it", "in", (True,))], [True, False]),
    ("choice", [Compare("it", "in", ("a",))], ["a", "b"]),
    ("number", [Compare("it", "at_least", (4,)), Compare("it", "below", (8,))], [0, 4, 8]),
    ("number", [Compare("it", "at_most", (4,)), Compare("it", "at_least", (4,))], [0, 4, 5]),
    ("list", [Compare("it", "in", ("a",)), Compare("it", "in", ("b",))], [(), ("a",), ("b",), ("a", "b")]),
    ("list", [Compare("it", "none", (True,))], [(), ("a",)]),
    ("text", [Compare("it", "not_in", ("a",))], ["a", "…"]),
    ("number", [Against("it", "above", "known")], [0, 6, 7]),
]


@pytest.mark.parametrize(("kind", "compared", "expected"), KINDS)
def test_one_answer_of_each_kind_that_rules_tell_apart(kind: Any, compared: list[Compare | Against], expected: list[Any]) -> None:
    options = (FactOption("a", WORD), FactOption("b", WORD)) if kind in ("choice", "list") else ()
    fact = Fact("it", WORD, WORD, kind, options, at_least=0 if kind == "number" else None)
    found = answers(fact, compared, {"known": 6}, 5)
    assert [answer for answer in expected if answer not in found] == []
    if not any(isinstance(item, Against) for item in compared):
        assert len(found) == len(expected)
