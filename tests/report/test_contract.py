"""The JSON answer as scripts read it: keys, their order, types, and what adds up."""

import json
from collections.abc import Iterator
from datetime import date
from math import fsum
from typing import Any

import pytest

from channelfit.advice.engine import Advisor, advise
from channelfit.advice.left_out import URGED
from channelfit.advice.look import outlook
from channelfit.advice.read_brief import read_brief
from channelfit.report.advice_json import advice_json
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Rulebook
from channelfit.source.parse import parse

BRIEFS = {
    "press, 2020": (date(2020, 3, 4), "goals: [media-relations]\naudiences: {journalists: 2, partners: 1}\nfacts: {country: FR}\n"),
    "a page for the young": (
        date(2026, 11, 23),
        "goals: {public-information: 3, event-promotion: 1}\naudiences: [youth]\nfacts: {country: FR}\nconsider: [facebook/page]\n",
    ),
    "internal": (date(2026, 11, 23), "goals: [internal-communication]\naudiences: [staff]\nconsider: [facebook/group, google-plus/page]\n"),
    "alerts": (date(2026, 11, 23), "goals: [service-alerts]\naudiences: [residents, seniors]\nfacts: {country: GB, hours_per_week: 6}\n"),
}
KEYS = ["schema", "as_of", "lang", "rulebook", "brief", "ranking", "excluded", "required", "considered", "left_out"]
KEYS += ["runner_up", "questions", "certainty", "method", "advice", "rules", "sources"]
RANKED = ["rank", "channel", "kind", "name", "score", "verdict", "contributions", "conditions", "cautions", "stability"]


@pytest.fixture(params=BRIEFS)
def answer(request: pytest.FixtureRequest, rulebook: Rulebook) -> dict[str, Any]:
    day, text = BRIEFS[request.param]
    brief = read_brief(parse(text, "brief"), rulebook)
    advisor = Advisor(Edition(rulebook, day, brief.country))
    advice = advisor.advise(brief)
    return dict(json.loads(advice_json(advice, advisor.edition, "fr", outlook(advice, advisor))))


def keys_within(tree: object) -> Iterator[str]:
    if isinstance(tree, dict):
        yield from tree
    for inner in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from keys_within(inner)


def holds(value: object, *types: type) -> bool:
    return type(value) in types


def test_the_keys_come_in_their_order(answer: dict[str, Any]) -> None:
    assert list(answer) == KEYS
    assert list(answer["rulebook"])[:4] == ["name", "version", "digest", "oldest_evidence"]
    assert list(answer["brief"]) == ["goals", "audiences", "facts"]
    for item in answer["ranking"]:
        assert list(item) == RANKED
        for row in item["contributions"]:
            assert list(row) == ["goal", "audience", "weight", "presence", "fit", "score"]
            assert list(row["presence"])[:5] == ["share", "low", "high", "basis", "evidence"]
            assert list(row["fit"])[:3] == ["value", "points", "rules"]
            assert all(list(rule) == ["id", "points"] for rule in row["fit"]["rules"])
    assert all(list(item) == ["channel", "rules", "instead"] for item in answer["excluded"])
    assert all(list(item) == ["channel", "rules"] for item in answer["required"])
    assert all(list(item) == ["audience", "share", "channels"] for item in answer["left_out"])


def test_nothing_is_null(answer: dict[str, Any]) -> None:
    assert "null" not in json.dumps(answer).replace('"null"', "")


def test_the_types_are_those_of_the_contract(answer: dict[str, Any]) -> None:
    assert answer["schema"] == "channelfit/advice/1"
    assert all(date.fromisoformat(day).isoformat() == day for day in (answer["as_of"], answer["rulebook"]["oldest_evidence"]))
    assert answer["rulebook"]["digest"].startswith("sha256:")
    for item in answer["ranking"]:
        assert holds(item["rank"], int)
        assert holds(item["score"], float)
        assert item["kind"] in {"network", "owned", "offline", "other"}
        assert item["verdict"] in {"lead", "support", "pilot", "avoid"}
        for row in item["contributions"]:
            assert holds(row["fit"]["points"], int)
            assert all(holds(number, float) for number in (row["weight"], row["score"], row["fit"]["value"], row["presence"]["share"]))
            assert row["presence"]["basis"] in {"measured", "estimated", "judged", "assumed"}
    for source in answer["sources"].values():
        assert set(source) >= {"title", "publisher"}
        assert all(holds(source[key], str) for key in ("title", "publisher", "url") if key in source)
        assert "year" not in source or holds(source["year"], int)


def test_numbers_add_up(answer: dict[str, Any]) -> None:
    assert fsum(answer["brief"]["goals"].values()) == pytest.approx(1, abs=1e-12)
    assert fsum(answer["brief"]["audiences"].values()) == pytest.approx(1, abs=1e-12)
    for item in answer["ranking"]:
        assert 0 <= item["score"] <= 100
        assert item["score"] == pytest.approx(fsum(row["score"] for row in item["contributions"]), abs=1e-9)
        for row in item["contributions"]:
            assert row["weight"] == pytest.approx(answer["brief"]["goals"][row["goal"]] * answer["brief"]["audiences"][row["audience"]], abs=1e-12)


def test_places_are_shared_out(answer: dict[str, Any]) -> None:
    """Somebody is first in every draw, and three are among the first three."""
    found = [item["stability"] for item in answer["ranking"]]
    assert all(list(item) == ["first", "top3"] and 0 <= item["first"] <= item["top3"] <= 1 for item in found)
    assert fsum(item["first"] for item in found) == pytest.approx(1)
    assert fsum(item["top3"] for item in found) == pytest.approx(3)
    assert answer["method"]["stability"] == {"name": "SMAA-2", "draws": 2000, "seed": 20200304, "error": pytest.approx(0.01118, abs=1e-5)}


def test_what_was_asked_for_says_what_would_make_it_first(answer: dict[str, Any]) -> None:
    assert all(isinstance(text, str) and text.partition(":")[1] for item in answer["considered"] for text in item["would_lead_if"])


def test_ties_share_a_rank(answer: dict[str, Any]) -> None:
    scores = [round(item["score"], 9) for item in answer["ranking"]]
    assert [item["rank"] for item in answer["ranking"]] == [scores.index(score) + 1 for score in scores]


def test_some_ranks_are_shared(rulebook: Rulebook) -> None:
    day, text = BRIEFS["press, 2020"]
    edition = Edition(rulebook, day, "FR")
    ranks = [item.rank for item in advise(read_brief(parse(text, "brief"), rulebook), edition).ranking]
    shared = next(place for place, rank in enumerate(ranks) if ranks.count(rank) > 1)
    assert ranks[shared + ranks.count(ranks[shared])] == ranks[shared] + ranks.count(ranks[shared])


def test_who_is_left_out_is_one_less_the_largest_presence(answer: dict[str, Any]) -> None:
    required = {item["channel"] for item in answer["required"]}
    urged = [item for item in answer["ranking"] if item["verdict"] in URGED or item["channel"] in required]
    for item in answer["left_out"]:
        reached = [row["presence"]["share"] for ranked in urged for row in ranked["contributions"] if row["audience"] == item["audience"]]
        assert item["share"] == pytest.approx(1 - max(reached, default=0), abs=1e-12)


def test_every_id_that_is_named_is_explained(answer: dict[str, Any]) -> None:
    rules = {rule["id"] for item in answer["ranking"] for row in item["contributions"] for rule in row["fit"]["rules"]}
    rules |= {name for item in answer["ranking"] for name in (*item["conditions"], *item["cautions"])}
    rules |= {name for item in (*answer["excluded"], *answer["required"]) for name in item["rules"]} | set(answer["advice"])
    assert rules <= set(answer["rules"])
    assert {source for rule in answer["rules"].values() for source in rule["sources"]} <= set(answer["sources"])
    assert all(rule["because"]["fr"] and rule["because"]["en"] for rule in answer["rules"].values())


def test_nothing_is_both_ranked_and_excluded(answer: dict[str, Any]) -> None:
    ranked = [item["channel"] for item in answer["ranking"]]
    assert len(set(ranked)) == len(ranked)
    assert not set(ranked) & {item["channel"] for item in answer["excluded"]}


def test_what_was_asked_for_stands_where_it_is_ranked(answer: dict[str, Any]) -> None:
    ranks = {item["channel"]: item["rank"] for item in answer["ranking"]}
    for item in answer["considered"]:
        assert item.get("rank") == ranks.get(item["channel"])
        assert ("rank" in item) is (item["channel"] in ranks)
