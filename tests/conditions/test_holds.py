"""Kleene's strong three-valued logic (Kleene 1952, Introduction to Metamathematics, §64), as tables and as laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelfit.conditions.holds import holds, unknown_subjects
from channelfit.conditions.model import All, Any, Compare, Condition, FactValue, Not

FACTS: dict[str, FactValue] = {"yes": True, "no": False}


def is_true(name: str) -> Condition:
    return Compare(name, "in", (True,))


T, F, U = is_true("yes"), is_true("no"), is_true("unknown")


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [
        (T, T, True, True), (T, F, False, True), (T, U, None, True),
        (F, T, False, True), (F, F, False, False), (F, U, False, None),
        (U, T, None, True), (U, F, False, None), (U, U, None, None),
    ],
)  # fmt: skip
def test_tables(one: Condition, other: Condition, both: bool | None, either: bool | None) -> None:
    assert holds(All((one, other)), FACTS) is both
    assert holds(Any((one, other)), FACTS) is either


@pytest.mark.parametrize(("condition", "value"), [(T, False), (F, True), (U, None)])
def test_not(condition: Condition, value: bool | None) -> None:
    assert holds(Not(condition), FACTS) is value


@pytest.mark.parametrize(
    ("operator", "bounds", "value", "expected"),
    [
        ("below", (4,), 3.9, True), ("below", (4,), 4, False),
        ("at_most", (4,), 4, True), ("at_most", (4,), 4.1, False),
        ("at_least", (4,), 4, True), ("at_least", (4,), 3.9, False),
        ("above", (4,), 4.1, True), ("above", (4,), 4, False),
        ("in", ("a", "b"), "b", True), ("in", ("a",), "b", False),
        ("not_in", ("a",), "b", True), ("not_in", ("a",), "a", False),
        ("in", ("a", "b"), ("b", "c"), True), ("in", ("a",), (), False),
        ("not_in", ("a",), ("a", "c"), False), ("not_in", ("a",), (), True),
        ("known", (True,), 0, True), ("known", (False,), 0, False),
        ("known", (True,), None, False), ("known", (False,), None, True),
        ("below", (4,), None, None), ("in", ("a",), None, None),
    ],
)  # fmt: skip
def test_comparisons(operator: str, bounds: tuple[FactValue, ...], value: FactValue | None, expected: bool | None) -> None:
    compare = Compare("fact", operator, bounds)  # type: ignore[arg-type]
    assert holds(compare, {} if value is None else {"fact": value}) is expected


CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    st.sampled_from([is_true(name) for name in ("a", "b", "c")]),
    lambda inner: st.one_of(st.builds(Not, inner), *(st.builds(kind, st.lists(inner, max_size=3).map(tuple)) for kind in (All, Any))),
    max_leaves=12,
)
KNOWN = st.fixed_dictionaries({name: st.booleans() for name in ("a", "b", "c")})


@given(CONDITIONS, KNOWN, st.sets(st.sampled_from(("a", "b", "c"))))
def test_what_is_known_of_a_part_still_holds_of_the_whole(condition: Condition, facts: dict[str, bool], hidden: set[str]) -> None:
    """Learning a fact may settle what was open; it never overturns what was settled."""
    partial = holds(condition, {name: value for name, value in facts.items() if name not in hidden})
    assert partial is None or partial is holds(condition, facts)


@given(CONDITIONS, KNOWN)
def test_with_every_fact_given_nothing_is_open(condition: Condition, facts: dict[str, bool]) -> None:
    assert holds(condition, facts) is not None
    assert unknown_subjects(condition, facts) == ()


@given(CONDITIONS)
def test_what_is_open_names_the_facts_that_would_settle_it(condition: Condition) -> None:
    assert holds(condition, {}) is not None or unknown_subjects(condition, {})
