"""The values that a finding speaks of, as a reader would say them."""

from datetime import date

import pytest
from msgspec.structs import replace

from channelfit.conditions.model import Known
from channelfit.report.finding_words import CLIPPED, LISTED, FindingWords
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.text import Text
from channelfit.words import words_for
from tests.report.audits import audited, town

DAY = date(2026, 11, 23)


def words(rulebook: Rulebook, lang: str = "en") -> FindingWords:
    return FindingWords(rulebook, rulebook.checklist().checks, DAY, words_for("fr" if lang == "fr" else "en"))


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (True, "yes", "oui"),
        (0.5, "0.5", "0,5"),
        (5.933, "5.93", "5,93"),
        (12400, "12,400", "12\u202f400"),
        (date(2026, 12, 1), "1 December 2026", "1er décembre 2026"),
        ((), "nothing", "rien"),
        ("", "nothing", "rien"),
        (None, "nothing", "rien"),
        ("facebook/page", "Facebook page", "page Facebook"),
        (("residents", "journalists"), "residents and journalists", "habitants et journalistes"),
    ],
)
def test_values_are_said_in_either_language(rulebook: Rulebook, value: Known | None, english: str, french: str) -> None:
    assert [words(rulebook, lang).said(value) for lang in ("en", "fr")] == [english, french]


def test_a_long_text_is_known_by_its_beginning(rulebook: Rulebook) -> None:
    said = words(rulebook).said("Le marché de Noël ouvre samedi. " * 20)
    assert said.startswith("Le marché de Noël ouvre samedi.")
    assert said.endswith("…")
    assert len(said) <= CLIPPED


def test_of_a_long_list_the_first_are_named_and_the_others_counted(rulebook: Rulebook) -> None:
    names = tuple(f"n{number}" for number in range(LISTED + 4))
    assert words(rulebook).said(names) == "n0, n1, n2, n3, n4, n5 and 4 others"
    assert words(rulebook).said(names[: LISTED + 1]).endswith("n5 and n6")


@pytest.mark.parametrize(("lang", "label"), [("en", "weekly"), ("fr", "chaque semaine")])
def test_an_answer_is_said_by_its_label(rulebook: Rulebook, lang: str, label: str) -> None:
    checks = rulebook.checklist().checks
    spoken = "{capacity.monitoring}"
    check = replace(checks[0], scope="account", message=Text(fr=spoken, en=spoken))
    finding = replace(next(iter(town().findings)), check=check.id, scope="account", params={"capacity.monitoring": "weekly"})
    assert FindingWords(rulebook, [check], DAY, words_for("fr" if lang == "fr" else "en")).message(finding) == label


def test_a_text_from_a_file_is_inert() -> None:
    assert words(audited()).said("\x1b[31mred\nline") == "�[31mred line"
