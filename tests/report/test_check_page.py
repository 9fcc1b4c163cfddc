"""A check's documentation: everything somebody would ask, in words."""

import pytest

from channelfit.report.check_page import CheckWords
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.text import Language
from channelfit.words import words_for
from tests.report.audits import audited


def page(check: str, lang: Language = "en") -> list[tuple[str, str]]:
    found = next(found for found in audited().checklist().checks if found.id == check)
    return CheckWords(audited(), words_for(lang)).fields(found)


def test_it_says_what_why_when_how_and_on_whose_word() -> None:
    assert page("too-few-admins") == [
        ("what it finds", "Too few administrators"),
        ("what it says", "“…” has … administrator; it needs 2."),
        ("why", "With one person away, nobody can post."),
        ("when", "status: active and administrators: below 2"),
        ("how to mend it", "Add a second administrator to “…”."),
        ("limit", "2 administrators, a published figure"),
        ("where it applies", "everywhere"),
        ("looks at", "each account"),
        ("severity", "error"),
        ("true since", "1 January 2010"),
        ("look at it again by", "1 January 2030"),
        ("family", "checks"),
        ("source", "Agency of Tests (AT), Guide to accounts, 2023 – second-hand, quoted from a collection – https://example.org/guide"),
        ("source", "Tests, A count, 2022 – read"),
    ]


@pytest.mark.parametrize(
    ("check", "name", "text"),
    [
        ("two-factor-off", "looks at", "each account, one by one: administrators"),
        ("two-factor-off", "when", "two-factor authentication: no"),
        ("same-name", "accounts that share", "display name"),
        ("same-name", "one of them", "status: active"),
        ("same-name", "when", "channel (of the one account): channel (of the other account)"),
        ("same-name", "where it applies", "FR, EU"),
        ("same-name", "speaks instead of", "too-many-accounts"),
        ("too-many-accounts", "limit", "2 accounts, our own figure: nobody published one. Open to debate."),
        ("no-policy", "when", "policy on networks (of the organisation): none"),
        ("no-policy", "unless it is known that", "country (of the organisation): BE"),
    ],
)
def test_conditions_and_scopes_are_said_by_labels(check: str, name: str, text: str) -> None:
    assert dict(page(check))[name] == text


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_check_of_the_rulebook_has_a_page(rulebook: Rulebook, lang: Language) -> None:
    words = CheckWords(rulebook, words_for(lang))
    for check in rulebook.checklist().checks:
        assert len(words.fields(check)) > 8
