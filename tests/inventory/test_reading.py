"""Reading an inventory: left out is unknown, written with nothing is absent, and all that is wrong is said with its place."""

import json
from contextlib import suppress
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from channelfit.conditions.model import ABSENT
from channelfit.inventory.model import Inventory, Record, records_in
from channelfit.source.place import Problem, Unusable
from tests.audit.estates import inventory
from tests.inventory.generated import SHAPE, inventories

HEAD = "accounts:\n- {id: a, channel: x/account"
LOOK = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def account(text: str) -> Record:
    return inventory(f"{HEAD}, {text}}}\n").accounts[0]


def problems(text: str) -> list[Problem]:
    with pytest.raises(Unusable) as refused:
        inventory(text)
    return refused.value.problems


@pytest.mark.parametrize("nothing", [" ", " null", " ~", ' ""', " []", " {}"])
def test_a_key_written_with_nothing_is_absent_however_it_is_written(nothing: str) -> None:
    assert account(f"url:{nothing}").facts["url"] == ABSENT
    assert account(f"access: {{admins:{nothing}}}").facts["access.admins"] == ABSENT


def test_a_branch_written_with_nothing_is_absent_with_all_its_leaves() -> None:
    facts = account("owner: ").facts
    assert (facts["owner.unit"], facts["owner.role"]) == (ABSENT, ABSENT)


def test_what_is_left_out_is_unknown_but_for_what_the_format_says() -> None:
    assert {name: value for name, value in account("x-own: 1").facts.items() if not name.startswith("channel")} == {
        "id": "a", "status": "active", "ignore": ABSENT, "activity.season": ABSENT,
    }  # fmt: skip
    found = inventory("undeclared: [{url: https://example.org}]").undeclared[0].facts
    assert {name for name, value in found.items() if value == ABSENT} == {"decision", "contacted_on", "done_on", "reported_on"}


@pytest.mark.parametrize("word", ["yes", "Yes", "oui", "true", "True"])
def test_a_boolean_may_be_spoken(word: str) -> None:
    assert account(f"listed: {word}").facts["listed"] is True


@pytest.mark.parametrize("word", ["no", "NO", "non", "false"])
def test_a_boolean_may_be_denied(word: str) -> None:
    assert account(f"listed: {word}").facts["listed"] is False


def test_a_choice_of_yes_and_no_takes_both_spellings() -> None:
    for word, meant in {"yes": "yes", "oui": "yes", "true": "yes", "no": "no", "false": "no", "unknown": "unknown"}.items():
        admins = account(f"access: {{admins: [{{two_factor: {word}}}]}}").facts["access.admins"]
        assert [admin.facts["two_factor"] for admin in records_in(admins)] == [meant]


def test_norway_is_a_country() -> None:
    assert inventory("organisation: {country: NO}").organisation.facts["country"] == "NO"


def test_the_address_gives_channel_and_id() -> None:
    facts = inventory("accounts: [{url: 'https://m.facebook.com/groups/SaintAubin/?ref=share'}]").accounts[0].facts
    assert facts["channel"] == "facebook/group"
    assert facts["id"]


def test_aliases_stand_for_what_they_name() -> None:
    text = "accounts:\n- {id: a, channel: x/account, owner: &o {unit: U, role: R}}\n- {id: b, channel: x/account, owner: *o}\n"
    first, second = inventory(text).accounts
    assert first.facts["owner.unit"] == second.facts["owner.unit"] == "U"


def test_json_is_yaml() -> None:
    data = {"organisation": {"name": "Ville"}, "accounts": [{"id": "a", "channel": "x/account", "listed": True, "url": None}]}
    facts = inventory(json.dumps(data)).accounts[0].facts
    assert (facts["listed"], facts["url"]) == (True, ABSENT)


WRONG: dict[str, tuple[str, str, int]] = {
    "a mapping for a text": ("notes: {a: b}", "wrong-type", 2),
    "a boolean for a text": ("notes: true", "wrong-type", 2),
    "a text for a number": ("metrics: {followers: many}", "wrong-type", 2),
    "a boolean for a number": ("metrics: {followers: true}", "wrong-type", 2),
    "a negative number": ("metrics: {followers: -1}", "number-too-small", 2),
    "a number for a boolean": ("listed: 1", "wrong-type", 2),
    "a status nobody knows": ("status: activ", "unknown-option", 2),
    "a list for a choice": ("status: [active]", "unknown-option", 2),
    "a day of another form": ("opened_on: 23/11/2026", "wrong-type", 2),
    "a day that is none": ("opened_on: 2026-02-30", "wrong-type", 2),
    "a season that is none": ("activity: {season: summer}", "wrong-type", 2),
    "a record in a list of texts": ("editorial: {audience: [{a: b}]}", "wrong-type", 2),
    "a text for a branch": ("owner: me", "wrong-type", 2),
    "a text for a list of records": ("access: {admins: me}", "wrong-type", 2),
    "an exception to no check": ("ignore: [{check: single-administrater}]", "unknown-check", 2),
    "an exception that names none": ("ignore: [{because: x}]", "missing-key", 2),
    "an unknown key": ("handel: '@a'", "unknown-key", 2),
    "a number no file may hold": ("metrics: {followers: 1000000000001}", "number-out-of-range", 2),
    "not a number": ("metrics: {followers: .nan}", "number-out-of-range", 2),
}


@pytest.mark.parametrize(("text", "code", "line"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named_with_its_place(text: str, code: str, line: int) -> None:
    (problem,) = problems(f"{HEAD}, {text}}}\n")
    assert problem.code == code
    assert problem.place is not None
    assert problem.place.span.line == line
    assert problem.place.span.column > len(HEAD.splitlines()[1])


@pytest.mark.parametrize(("key", "meant"), [("handel", "handle"), ("Status", "status"), ("acces", "access")])
def test_an_unknown_key_is_pointed_at_and_the_nearest_named(key: str, meant: str) -> None:
    (problem,) = problems(f"{HEAD}, {key}: x}}\n")
    assert problem.params["nearest"] == (meant,)
    assert problem.place is not None
    assert problem.place.text[problem.place.span.column - 1 :].startswith(key)


def test_a_channel_nobody_knows_is_not_also_a_missing_one() -> None:
    (problem,) = problems("accounts: [{id: a, channel: x/acount}]\n")
    assert (problem.code, problem.params["nearest"]) == ("unknown-channel", ("x/account",))
    (problem,) = problems("accounts: [{id: {}, url: 1}]\n".replace("{}, url: 1", "{a: b}, channel: x/account"))
    assert problem.code == "wrong-type"


def test_every_problem_of_a_file_is_told() -> None:
    lines = "".join(f"- {{id: a{at}, channel: nowhere}}\n" for at in range(200))
    assert len(problems(f"accounts:\n{lines}colour: red\n")) == 201


def test_an_id_stands_once() -> None:
    (problem,) = problems("accounts:\n- {id: a, channel: x/account}\n- {id: a, channel: x/account}\n")
    assert (problem.code, problem.place and problem.place.span.line) == ("duplicate-id", 3)


@LOOK
@given(inventories())
def test_an_inventory_of_every_field_is_read(data: dict[str, Any]) -> None:
    read = inventory(data)
    assert [account.facts["id"] for account in read.accounts] == [account["id"] for account in data["accounts"]]
    for mine, theirs in zip(read.accounts, data["accounts"], strict=True):
        declared = {name.partition(".")[0] for name in mine.facts if name in SHAPE.fields["account"]}
        assert set(theirs) <= declared | {"id"} | {key for key, value in theirs.items() if value == {}}


@LOOK
@given(inventories())
def test_json_and_yaml_say_the_same(data: dict[str, Any]) -> None:
    assert facts_of(inventory(json.dumps(data), "presence.json")) == facts_of(inventory(data))


def facts_of(read: Inventory) -> list[Record]:
    return [read.organisation, read.facts, *read.accounts, *read.undeclared]


KEYS = st.sampled_from([*SHAPE.trees["account"], "accounts", "organisation", "undeclared", "contributors", "role", "check", "x-own"]) | st.text()
WRITTEN = st.sampled_from(["https://x.com/a", "http://[::1", "x/account", "2026-11-23"]) | st.text()
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | WRITTEN
ANYTHING = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=30)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ANYTHING | st.fixed_dictionaries({"accounts": st.lists(st.dictionaries(KEYS, ANYTHING), max_size=3)}), st.booleans())
def test_nothing_makes_the_reader_stumble(data: Any, as_json: bool) -> None:
    text = json.dumps(data) if as_json else yaml.safe_dump(data, allow_unicode=True)
    with suppress(Unusable):
        inventory(text, "presence.json" if as_json else "presence.yaml")
