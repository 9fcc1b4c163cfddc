"""What must hold for every inventory."""

from copy import deepcopy
from itertools import combinations
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from channelfit.audit.examine import examine
from channelfit.audit.exceptions import LIST
from channelfit.audit.pairs import Pairs
from channelfit.audit.subjects import Examined
from channelfit.conditions.holds import holds
from channelfit.rulebook.checks import Field
from tests.audit.estates import TOOLS, estate
from tests.inventory.generated import RULEBOOK, inventories, value

NOT_PLAIN = ("records", "channel")
PLAIN = [
    field
    for field in RULEBOOK.checklist().fields
    if (field.of, field.kind not in NOT_PLAIN) == ("account", True) and field.id != "id"
    if not (field.computed or field.default or field.left_out_is_absent)
]
LOOK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@LOOK
@given(inventories())
def test_a_plan_decides_as_looking_at_each_account_does(data: dict[str, Any]) -> None:
    here = estate(data)
    planned, plain = TOOLS.auditor(), TOOLS.auditor()
    found = list(planned._accounts(here))
    checks = [check for check in TOOLS.checks if check.scope == "account" and check.over != LIST]
    looked = [
        finding
        for account in here.accounts
        for check in checks
        for finding in plain._look(check, Examined((account.id,), account.facts, account.at), here)
    ]
    assert sorted(map(repr, found)) == sorted(map(repr, looked))
    names = {check.id for check in checks}
    for mine, theirs in zip(planned.tally.counters()[:2], plain.tally.counters()[:2], strict=True):
        assert {name: times for name, times in mine.items() if name in names and times} == {name: times for name, times in theirs.items() if times}
    if not any(account.facts.get(LIST) for account in here.accounts):
        assert +planned.tally.alone == +plain.tally.alone
        assert +planned.tally.among == +plain.tally.among


@LOOK
@given(inventories(most=6))
def test_sorts_of_accounts_pair_up_as_the_accounts_do(data: dict[str, Any]) -> None:
    here = estate(data)
    auditor = TOOLS.auditor()
    for check in (check for check in TOOLS.checks if check.scope == "pair"):
        found = {finding.subjects for finding in auditor._pairs(check, here)}
        expected = set()
        for first, second in combinations(here.accounts, 2):
            if any(first.facts.get(name) is None or first.facts.get(name) != second.facts.get(name) for name in check.same):
                continue
            for one, other in ((first, second), (second, first)):
                sides = ((check.one, one), (check.other, other))
                pair = here.pair(one, other)
                if all(side is None or holds(side, account.facts) for side, account in sides):
                    if examine(check, pair.facts, auditor._jurisdictions).due:
                        expected.add(pair.ids)
                    break
        assert found == expected
        assert sum(couple.number for couple in Pairs(check, here).couples()) >= len(expected)


@LOOK
@given(inventories(most=1), st.sampled_from(PLAIN), st.data())
def test_saying_more_never_opens_what_was_passed(data: dict[str, Any], field: Field, draw: st.DataObject) -> None:
    for account in data["accounts"]:
        said = draw.draw(value(field))
        before = verdicts(without(data, account, field.id))
        after = verdicts({**data, "accounts": [_with(account, field.id, said)]})
        assert {name for name, due in before.items() if due is False} & {name for name, due in after.items() if due is None} == set()


def verdicts(data: dict[str, Any]) -> dict[str, bool | None]:
    here, auditor = estate(data), TOOLS.auditor()
    (account,) = here.accounts
    checks = [check for check in TOOLS.checks if check.scope == "account" and not check.over]
    return {check.id: examine(check, account.facts, auditor._jurisdictions).due for check in checks}


def without(data: dict[str, Any], account: dict[str, Any], name: str) -> dict[str, Any]:
    *parents, leaf = name.split(".")
    copy = deepcopy(account)
    branch = copy
    for parent in parents:
        branch = branch.get(parent) or {}
    branch.pop(leaf, None)
    if parents and not branch:
        copy.pop(parents[0], None)  # a branch left empty would be declared absent
    return {**data, "accounts": [copy]}


def _with(account: dict[str, Any], name: str, said: object) -> dict[str, Any]:
    *parents, leaf = name.split(".")
    copy = deepcopy(account)
    branch = copy
    for parent in parents:
        branch[parent] = branch.get(parent) or {}
        branch = branch[parent]
    branch[leaf] = said
    return copy
