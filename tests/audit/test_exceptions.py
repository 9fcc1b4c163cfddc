"""Exceptions that accounts make for themselves, ladders, and what several files of one organisation say together."""

from typing import Any

import pytest

from channelfit.audit.checks import Choice
from channelfit.audit.model import Audit
from channelfit.audit.run import audit
from tests.audit.estates import DAY, inventory
from tests.inventory.generated import RULEBOOK

ALONE = {"id": "fb", "channel": "facebook/page", "access": {"admins": [{"role": "CM", "level": "full", "status": "active", "two_factor": "yes"}]}}
SILENT = {"id": "fb", "channel": "facebook/page", "activity": {"last_post_on": "2025-01-01"}}
REASON = {"because": "second seat requested", "until": "2027-01-31"}


def audited(*files: dict[str, Any], **choice: Any) -> Audit:
    return audit([inventory(data, f"{at}.yaml") for at, data in enumerate(files)], RULEBOOK, DAY, Choice(**choice))


def checks(result: Audit) -> list[str]:
    return sorted(finding.check for finding in result.findings)


def excepted(account: dict[str, Any], check: str, **said: Any) -> dict[str, Any]:
    return {"accounts": [{**account, "ignore": [{"check": check, **(said or REASON)}]}]}


@pytest.mark.parametrize(
    ("said", "silenced", "more"),
    [
        (REASON, True, []),
        ({**REASON, "until": "2026-11-23"}, True, []),
        ({**REASON, "until": "2026-11-22"}, False, ["exception-expired"]),
        ({"until": "2027-01-31"}, True, ["exception-without-reason"]),
        ({"because": "x"}, True, ["exception-without-end"]),
        ({"because": None, "until": None}, True, ["exception-without-end", "exception-without-reason"]),
    ],
)
def test_an_exception_silences_until_its_day_and_has_a_reason_and_an_end(said: dict[str, Any], silenced: bool, more: list[str]) -> None:
    found = audited(excepted(ALONE, "single-administrator", **said))
    assert ("single-administrator" not in checks(found)) is silenced
    assert [finding.check for finding in found.ignored] == ["single-administrator"] * silenced
    assert [check for check in checks(found) if check.startswith("exception")] == more


def test_an_exception_that_covers_nothing_is_said_to_be_unused_unless_its_check_did_not_run() -> None:
    data = excepted(ALONE, "shared-password")
    assert "exception-unused" in checks(audited(data))
    assert "exception-unused" not in checks(audited(data, select=("single-administrator", "exceptions")))
    assert "exception-unused" not in checks(audited(data, ignore=("shared-password",)))


def test_an_exception_to_the_strongest_step_brings_no_weaker_one_out() -> None:
    assert "dormant-account" in checks(audited({"accounts": [SILENT]}))
    found = audited(excepted(SILENT, "dormant-account"))
    assert not {"stale-account", "inactive-account", "dormant-account", "exception-unused"} & set(checks(found))


def test_an_exception_to_a_weaker_step_serves_while_a_stronger_one_is_due() -> None:
    found = checks(audited(excepted(SILENT, "stale-account")))
    assert "dormant-account" in found
    assert "exception-unused" not in found


def test_a_check_that_does_not_run_leaves_the_next_step_to_speak() -> None:
    assert "inactive-account" in checks(audited({"accounts": [SILENT]}, ignore=("dormant-account",)))


def test_an_exception_to_a_pair_stands_in_either_account() -> None:
    twins = [{"id": name, "channel": "x/account", "editorial": {"audience": ["residents"], "topics": ["roads"]}} for name in ("one", "two")]
    assert "same-platform-same-audience" in checks(audited({"accounts": twins}))
    for at in (0, 1):
        made = [{**twin, "ignore": [{"check": "same-platform-same-audience", **REASON}]} if place == at else twin for place, twin in enumerate(twins)]
        assert not {"same-platform-same-audience", "exception-unused"} & set(checks(audited({"accounts": made})))


def test_an_exception_is_good_for_its_own_file() -> None:
    found = audited({"organisation": {"name": "V"}, **excepted(ALONE, "single-administrator")}, {"organisation": {"name": "V"}, "accounts": [ALONE]})
    assert [finding.place.file for finding in found.findings if finding.check == "single-administrator"] == ["1.yaml"]


def test_contributors_of_several_files_add_up_where_each_of_them_stands() -> None:
    one = {"organisation": {"name": "V"}, "contributors": [{"name": "a", "role": None}], "accounts": []}
    other = {"organisation": {"name": "V"}, "contributors": [{"name": "b", "role": None}, {"name": "c", "role": "relay"}], "accounts": []}
    (finding,) = [finding for finding in audited(one, other).findings if finding.check == "contributor-role-missing"]
    assert finding.params["contributors_without_role"] == 2


def test_an_address_declared_in_two_files_is_found_in_the_second() -> None:
    files = [{"organisation": {"name": "V"}, "accounts": [{"id": name, "url": "https://x.com/ville"}]} for name in ("a", "b")]
    (finding,) = [finding for finding in audited(*files).findings if finding.check == "duplicate-account-entry"]
    assert (finding.place.file, finding.subjects) == ("1.yaml", ("a", "b"))


def test_fingerprints_outlive_moves_and_new_names_of_files() -> None:
    def marks(*accounts: dict[str, Any], name: str = "presence.yaml", organisation: str = "V") -> set[str]:
        data = {"organisation": {"name": organisation}, "accounts": list(accounts)}
        return {finding.fingerprint for finding in audit([inventory(data, name)], RULEBOOK, DAY).findings}

    other = {**ALONE, "id": "fb-2"}
    first = marks(ALONE, other)
    assert first == marks(other, ALONE, name="moved/accounts.yaml")
    assert first.isdisjoint(marks(ALONE, other, organisation="W"))
    assert marks(ALONE) < first


def test_findings_on_items_of_one_list_are_told_apart() -> None:
    admins = [{"role": role, "status": "left"} for role in ("CM", "DGS")]
    found = audited({"accounts": [{"id": "fb", "channel": "facebook/page", "access": {"admins": admins}}]})
    marks = [finding.fingerprint for finding in found.findings]
    assert len(marks) == len(set(marks))
    assert [finding.check for finding in found.findings].count("departed-administrator") == 2
