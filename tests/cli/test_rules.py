"""The rulebook on the command line: rules and checks, listed and shown, and offered by the shell."""

import json

import pytest

from channelfit.cli import complete
from channelfit.report.check_page import CheckWords
from channelfit.rulebook.model import Rulebook
from channelfit.words import words_for
from tests.conftest import Run

CHECK = "single-administrator"


def test_rules_and_checks_have_no_id_in_common(rulebook: Rulebook) -> None:
    assert {rule.id for rule in rulebook.rules} & {check.id for check in rulebook.checklist().checks} == set()


@pytest.mark.parametrize(("lang", "severity"), [("fr", "erreur"), ("en", "error")])
def test_checks_are_listed_with_their_severity(call: Run, rulebook: Rulebook, lang: str, severity: str) -> None:
    lines = call("rules", "list", "--lang", lang, COLUMNS="160").stdout.splitlines()
    assert [line.split()[:3] for line in lines if line.startswith(f"{CHECK} ")] == [[CHECK, severity, "security"]]
    assert {check.id for check in rulebook.checklist().checks} <= {line.split()[0] for line in lines if line.strip()}


def test_as_json_the_list_is_one_document(call: Run, rulebook: Rulebook) -> None:
    told = json.loads(call("rules", "list", "--format", "json").stdout)
    assert list(told) == ["schema", "as_of", "rules", "checks"]
    assert [check["id"] for check in told["checks"]] == [check.id for check in rulebook.checklist().checks]


def test_as_markdown_the_list_is_two_tables(call: Run) -> None:
    lines = call("rules", "list", "--format", "markdown").stdout.splitlines()
    assert [line for line in lines if line.startswith("|---")] == ["|---|---|---|---|"] * 2
    assert "| check | severity | family | what it finds |" in lines


def test_checks_not_yet_true_are_not_listed(call: Run) -> None:
    assert json.loads(call("rules", "list", "--format", "json", "--as-of", "2009-01-01").stdout)["checks"] == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_check_is_shown_with_the_text_that_sarif_carries(call: Run, rulebook: Rulebook, lang: str) -> None:
    check = next(check for check in rulebook.checklist().checks if check.id == CHECK)
    fields = CheckWords(rulebook, words_for("fr" if lang == "fr" else "en")).fields(check)
    shown = call("rules", "show", CHECK, "--lang", lang, COLUMNS="400").stdout
    assert all(name in shown and text in shown for name, text in fields)
    markdown = call("rules", "show", CHECK, "--lang", lang, "--format", "markdown").stdout
    assert markdown.count("\n- **") >= len(fields)  # examples follow


def test_a_check_as_json_has_both_languages(call: Run) -> None:
    told = json.loads(call("rules", "show", CHECK, "--format", "json").stdout)
    assert (told["schema"], told["id"], told["severity"]) == ("channelfit/check/1", CHECK, "error")
    assert all(set(told[key]) == {"fr", "en"} for key in ("title", "message", "fix", "because"))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_check_has_its_page(rulebook: Rulebook, lang: str) -> None:
    words = CheckWords(rulebook, words_for("fr" if lang == "fr" else "en"))
    for check in rulebook.checklist().checks:
        assert all(name and text for name, text in words.fields(check))


def test_a_name_nearly_right_is_answered_with_the_right_one(call: Run) -> None:
    done = call("rules", "show", "single-admin")
    assert done.returncode == 2
    assert "did you mean single-administrator?" in done.stderr


def test_the_shell_offers_rules_checks_and_families(rulebook: Rulebook) -> None:
    assert CHECK in dict(complete.rules("single-"))
    assert {name for name, _ in complete.checks("security")} == {"security"}
    assert {check.id for check in rulebook.checklist().checks} <= dict(complete.checks("")).keys()
