"""What is not known is neither a yes nor a no: it is said, with what would tell."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.screen.requests import changed
from tests.screen.test_command import answer

NO_COUNTRY = changed().replace("country: FR", "next_election_on: 2027-03-01")
UNDECLARED = "accounts: [{id: fb, channel: facebook/page}]\n"
REASON = "La page de la ville traite de tout et nos parents demandent un fil."


def waiting(found: dict[str, object], rule: str) -> list[str]:
    """The fields that a stop waits for."""
    return next((item["fields"] for item in found["undecided"] if item["rule"] == rule), [])  # type: ignore[attr-defined]


def test_without_a_country_the_law_of_one_is_undecided(call: Run) -> None:
    assert "organisation.country" in waiting(answer(call, NO_COUNTRY), "election-is-near")


@pytest.mark.parametrize(("reason", "outcome"), [("non", "defer"), (REASON, "open")])
def test_an_account_whose_audience_is_not_declared_may_be_the_one(reason: str, outcome: str, call: Run, tmp_path: Path) -> None:
    (tmp_path / "presence.yaml").write_text(UNDECLARED, encoding="utf-8")
    found = answer(call, changed(why_not_existing=reason), "--presence", "presence.yaml")
    undecided = waiting(found, "already-covered")
    assert (found["outcome"], "accounts.editorial.audience" in undecided) == (outcome, outcome == "defer")


@pytest.mark.parametrize(
    ("field", "written", "nearest"),
    [
        ("audience", "[parnts]", ["parents"]),
        ("audience", "[parents, parnts]", ["parents"]),
        ("objective", "cultural-outreech", ["cultural-outreach"]),
        ("objective", "Zzz qqq", []),
    ],
)
def test_words_that_name_nothing_known_are_no_yes(field: str, written: str, nearest: list[str], call: Run) -> None:
    found = answer(call, changed(**{field: written}))
    assert (found["outcome"], found["missing"]) == ("defer", [f"request.{field}"])
    assert [item["nearest"] for item in found["not_understood"]] == [nearest]  # type: ignore[attr-defined]


def test_the_text_and_the_letter_say_which_words(call: Run, tmp_path: Path) -> None:
    shown = call("screen", "-", "--letter", "letter.md", "--lang", "en", stdin=changed(audience="[parnts]")).stdout
    assert "“parnts” names nothing that we know; did you mean parents and families?" in " ".join(shown.split())
    assert "did you mean parents and families?" in (tmp_path / "letter.md").read_text(encoding="utf-8")


def test_schoolchildren_have_an_age(call: Run) -> None:
    found = answer(call, changed(audience="[écoliers]", platform="snapchat/account"))
    assert "audience-below-the-age" in [stop["rule"] for stop in found["stops"]]  # type: ignore[attr-defined]


def test_what_a_stop_took_up_is_not_asked_again(call: Run) -> None:
    found = answer(call, changed(objective="Montrer notre travail"))
    assert (found["outcome"], found["missing"]) == ("redirect", [])
