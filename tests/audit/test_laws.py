"""What must hold for every inventory."""

from itertools import combinations
from typing import Any

from hypothesis import HealthCheck, given, settings

from channelfit.audit.examine import examine
from channelfit.audit.exceptions import LIST
from channelfit.audit.pairs import Pairs
from channelfit.audit.subjects import Examined
from channelfit.conditions.holds import holds
from tests.audit.estates import TOOLS, estate
from tests.inventory.generated import inventories

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
