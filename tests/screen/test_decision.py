"""The decision rule, by a table and by its laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelfit.screen.decide import decide, redirects
from channelfit.screen.model import Met, Outcome

GATE = "who-asks"
GATES = frozenset([GATE])


def stop(outcome: str, *to: str, question: str = "content") -> Met:
    return Met(f"{question}-{outcome}", question, outcome, to, {})  # type: ignore[arg-type]


TABLE: list[tuple[Outcome, list[Met], list[str]]] = [
    ("open", [], []),
    ("defer", [], ["request.kpi"]),
    ("pilot", [stop("pilot")], []),
    ("defer", [stop("pilot"), stop("defer")], []),
    ("defer", [stop("redirect", "there"), stop("refuse")], ["request.kpi"]),
    ("redirect", [stop("refuse"), stop("pilot"), stop("redirect", "there")], []),
    ("refuse", [stop("refuse"), stop("pilot")], []),
    ("refuse", [stop("redirect")], []),
    ("refuse", [stop("refuse", question=GATE), stop("redirect", "there")], ["request.kpi"]),
]


@pytest.mark.parametrize(("outcome", "met", "missing"), TABLE)
def test_the_rule(outcome: Outcome, met: list[Met], missing: list[str]) -> None:
    assert decide(met, missing, GATES) == outcome


STOPS = st.lists(
    st.builds(
        lambda outcome, to, question: Met("stop", question, outcome, ("there",) if to and outcome == "redirect" else (), {}),
        st.sampled_from(["refuse", "redirect", "defer", "pilot"]),
        st.booleans(),
        st.sampled_from([GATE, "content", "audience"]),
    ),
    max_size=6,
)
MISSING = st.lists(st.just("request.kpi"), max_size=1)


@given(STOPS, MISSING)
def test_only_a_request_with_every_answer_and_no_stop_is_open(met: list[Met], missing: list[str]) -> None:
    assert (decide(met, missing, GATES) == "open") is (not met and not missing)


@given(STOPS, MISSING)
def test_a_no_at_the_gate_is_final(met: list[Met], missing: list[str]) -> None:
    assert decide([*met, stop("refuse", question=GATE)], missing, GATES) == "refuse"


@given(STOPS, MISSING)
def test_the_order_of_the_stops_is_nothing(met: list[Met], missing: list[str]) -> None:
    assert decide(met, missing, GATES) == decide(met[::-1], missing, GATES)


@given(STOPS)
def test_a_redirect_names_where_it_leads(met: list[Met]) -> None:
    assert decide(met, [], GATES) != "redirect" or redirects(met)
