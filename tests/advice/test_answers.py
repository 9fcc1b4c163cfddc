"""The answers to a fact that are worth trying."""

from datetime import date

import pytest

from channelfit.advice.answers import Answers, answers
from channelfit.conditions.model import All, Any, Compare, Condition, FactValue, Not
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Fact, Rulebook
from channelfit.rulebook.text import Text

NAME = Text("x", "x")


def rules_with(rulebook: Rulebook, *conditions: Condition) -> Answers:
    from msgspec.structs import replace

    return Answers(replace(rulebook.rules[0], when=condition, unless=None) for condition in conditions)


@pytest.mark.parametrize(
    ("kind", "conditions", "expected"),
    [
        ("boolean", (), (True, False)),
        ("number", (), ()),
        ("number", (Compare("f", "below", (2,)), Not(Compare("f", "at_least", (10,)))), (0, 2, 6, 10, 11)),
        ("number", (Compare("f", "above", (0,)),), (0, 1)),
        ("number", (Any((Compare("f", "below", (1,)), Compare("f", "above", (1.5,)))),), (0, 1, 1.25, 1.5, 2)),
        ("list", (All((Compare("f", "in", ("a", "b")), Compare("g", "in", ("c",)))),), (("a",), ("b",), ())),
        ("text", (Compare("f", "in", ("a",)),), ("a",)),
    ],
)
def test_answers_that_rules_tell_apart(small: Rulebook, kind: str, conditions: tuple[Condition, ...], expected: tuple[FactValue, ...]) -> None:
    fact = Fact("f", NAME, NAME, kind, at_least=0 if kind == "number" else None)  # type: ignore[arg-type]
    assert rules_with(small, *conditions).of(fact) == expected


def test_the_answers_under_an_edition(small: Rulebook) -> None:
    edition = Edition(small, date(2023, 7, 2), "FR")
    by_id = {fact.id: answers(fact, edition) for fact in small.facts}
    assert by_id["secret"] == (True, False)
    assert by_id["tools"] == (("drum",), ())
    assert 0 in by_id["hours"]
