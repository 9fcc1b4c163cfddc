"""The text on a terminal: readable at any width, inert, in one language."""

import re

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from channelfit.report.audit.report import AuditReport
from channelfit.report.audit.text import write
from channelfit.rulebook.text import Language
from tests.report.audits import AUDITS, audit_of, hostile, report_on, town, with_more

SEQUENCE = re.compile("\x1b\\[[0-9;]*m")


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("width", [60, 100, 160])
@pytest.mark.parametrize("name", AUDITS)
def test_no_line_is_wider_than_the_screen(name: str, width: int, lang: Language) -> None:
    lines = write(report_on(AUDITS[name](), lang, width=width, verbose=True)).split("\n")
    assert [line for line in lines if cell_len(line) > width] == []


@pytest.mark.parametrize("name", AUDITS)
def test_without_colour_nothing_is_obeyed_by_a_terminal(name: str) -> None:
    text = write(report_on(AUDITS[name](), width=100, verbose=True))
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", text) is None


@pytest.mark.parametrize("name", AUDITS)
def test_with_colour_only_our_own_sequences_stand_and_the_words_are_the_same(name: str) -> None:
    coloured = write(report_on(AUDITS[name](), width=100, colour=True))
    assert SEQUENCE.search(coloured)
    bare = SEQUENCE.sub("", coloured)
    assert "\x1b" not in bare
    assert [line.rstrip() for line in bare.split("\n")] == write(report_on(AUDITS[name](), width=100)).split("\n")


def test_markup_in_names_is_text() -> None:
    assert "[bold red]markup[/] :smile:" in write(report_on(hostile(), width=160))


def test_groups_are_accounts_pairs_people_the_organisation_and_the_wild() -> None:
    headings = [line.partition(" – ")[0] for line in write(report_on(town())).splitlines() if line and line[0] != " "][1:6]
    assert headings == [
        "fb-ville",
        "fb-ville and fb-ville-bis, side by side",
        "Person: Camille",
        "Organisation: Ville de Saint-Aubin",
        "Found in the wild: https://example.org/aubin-infos",
    ]


def test_accounts_of_several_organisations_are_told_apart() -> None:
    texts = ("organisation: {name: Bourg}\n" + ACCOUNT, "organisation: {name: Village}\n" + ACCOUNT)
    text = write(report_on(audit_of(*texts, files=("a.yaml", "b.yaml"))))
    assert {"one (Bourg)", "one (Village)"} <= {line.partition(" – ")[0] for line in text.splitlines()}


ACCOUNT = "accounts: [{id: one, channel: bell, display_name: One, access: {admins: [{role: r}]}}]\n"


def test_the_line_is_shown_with_a_marker_under_the_place() -> None:
    lines = write(report_on(town())).splitlines()
    shown = lines.index("    8 |     access: {admins: [{role: Responsable numérique, two_factor: no}]}")
    assert lines[shown + 1].index("^") == lines[shown].index("admins: [")


def test_a_secret_on_the_line_is_masked() -> None:
    found = town()
    finding = next(item for item in found.findings if item.scope == "account")
    place = replace(finding.place, text="  - {id: a, notes: password: hunter2, access: {admins: []}}")
    text = write(report_on(replace(found, findings=(replace(finding, place=place),))))
    assert "hunter2" not in text
    assert "•••" in text


def test_a_heading_tells_how_many_and_in_which_file() -> None:
    assert {"Audit of the accounts, 23 November 2026 · accounts/presence.yaml", "fb-ville – 1 error, 1 warning"} <= set(
        write(report_on(town())).splitlines()
    )
    texts = ("organisation: {name: Bourg}\n" + ACCOUNT, "organisation: {name: Village}\n" + ACCOUNT)
    assert "one (Bourg) – 1 error · a.yaml" in write(report_on(audit_of(*texts, files=("a.yaml", "b.yaml")))).splitlines()


def test_a_line_shown_just_before_and_that_of_a_note_are_not_shown() -> None:
    found = town()
    first = next(iter(found.findings))
    twice = replace(found, findings=(first, replace(first, check="two-factor-off")))
    assert write(report_on(twice)).count("^\n") == 1
    assert write(report_on(replace(found, findings=(replace(first, severity="info"),)))).count("^\n") == 0
    assert write(report_on(replace(found, findings=(replace(first, severity="info"),)), verbose=True)).count("^\n") == 1


def test_a_finding_in_another_file_than_its_heading_tells_it() -> None:
    found = town()
    first = next(iter(found.findings))
    elsewhere = replace(first, check="two-factor-off", severity="info", place=replace(first.place, file="other.yaml"))
    assert "    other.yaml:1:" in write(report_on(replace(found, findings=(first, elsewhere))))


def test_quiet_keeps_to_one_line_a_finding() -> None:
    found = town()
    lines = write(replace_screen(report_on(found), quiet=True)).splitlines()
    assert "  ERROR Too few administrators [too-few-admins] line 8" in lines
    assert len([line for line in lines if line.startswith("  ")]) == len(found.findings)


def replace_screen(report: AuditReport, *, quiet: bool) -> AuditReport:
    report.screen = replace(report.screen, quiet=quiet)
    return report


def test_a_long_list_ends_with_where_to_begin() -> None:
    long, short = write(report_on(hostile())), write(report_on(town()))
    assert long.partition("Where to begin\n")[2].count("  • 0 ::error file=a.yaml::forged: 1 error, 1 warning\n") == 1
    assert "Where to begin" not in short


def test_reasons_and_coverage_are_for_those_who_ask() -> None:
    short, long = (write(report_on(town(), verbose=verbose)) for verbose in (False, True))
    assert "With one person away" not in short
    assert "With one person away" in long
    assert "settled: 2; not declared: 1" in long


def test_sums_and_what_to_declare_first_are_said() -> None:
    text = write(report_on(with_more(town()), "fr", width=160))
    assert "3 comptes contrôlés et 1 hors inventaire\u00a0: 2 erreurs, 2 avertissements, 1 remarque" in text
    assert "administrateurs – access.admins\u00a0: suffit à trancher 2 questions" in text
    assert "charte interne (de l’organisation) – organisation.policy_url\u00a0: aide à trancher 3 questions" in text
    assert "double authentification (administrateurs) – access.admins.two_factor" in text
    assert "chaque paire de comptes, chaque personne" in text


def test_nothing_found_gets_a_good_word_where_nothing_is_left_open() -> None:
    empty = audit_of("organisation: {name: Bourg}")
    lean = replace(empty, accounts=1)
    kept = replace(lean, coverage=())
    assert [("Well kept" in write(report_on(found)), "Bel entretien" in write(report_on(found, "fr"))) for found in (empty, lean, kept)] == [
        (False, False),
        (False, False),
        (True, True),
    ]


def test_nothing_to_check_is_not_praised() -> None:
    empty = audit_of("organisation: {name: Bourg}")
    assert "There was nothing to check" in write(report_on(empty))
    assert "rien à contrôler" in write(report_on(empty, "fr"))


def test_no_english_in_french() -> None:
    text = write(report_on(with_more(town()), "fr", verbose=True))
    words = set(re.findall(r"[a-z]+", SEQUENCE.sub("", text)))
    assert words.isdisjoint({"error", "warning", "note", "checked", "declared", "settled", "found", "mend", "why", "the"})


def test_hard_spaces_never_begin_a_line() -> None:
    for width in range(40, 100, 7):
        lines = write(report_on(town(), "fr", width=width)).splitlines()
        assert [line for line in lines if re.match(r"\s*[»:;!?](\s|$)", line)] == []
