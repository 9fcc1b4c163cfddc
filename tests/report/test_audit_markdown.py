"""Markdown: a table that stays one, and no name that acts."""

import re
from collections.abc import Iterator

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from channelfit.report.audit.markdown import write
from channelfit.report.markdown import inert
from channelfit.rulebook.text import Language
from tests.report.audits import HOSTILE, audit_of, hostile, report_on, town, with_more

OURS = {"<details>", "</details>", "<summary>What was checked</summary>", "<summary>Ce qui a été contrôlé</summary>"}


def tokens(text: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        yield token
        yield from token.children or ()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_name_acts(lang: Language) -> None:
    found = list(tokens(write(report_on(hostile(), lang))))
    kinds = {token.type for token in found}
    assert kinds.isdisjoint({"link_open", "image", "html_inline", "code_inline", "em_open", "s_open", "fence"})
    html = {line for token in found if token.type == "html_block" for line in token.content.splitlines() if line}
    assert html <= OURS


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_finding_is_one_row_of_five_cells(lang: Language) -> None:
    found = hostile()
    rows = [line for line in write(report_on(found, lang)).splitlines() if line.startswith("|")]
    cells = [len(re.split(r"(?<!\\)\|", row)) - 2 for row in rows]
    assert cells.count(5) == len(found.findings) + 2


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_is_left_that_a_forge_would_link_or_mention(text: str) -> None:
    assert not re.search(r"(?i)[@#]\w|\bGH-\d|https?:|www\.", inert(text))


def test_the_worst_stands_first() -> None:
    severities = [line.split(" | ")[0] for line in write(report_on(town())).splitlines() if re.match(r"\| (error|warning|note) ", line)]
    assert severities == ["| error"] * 2 + ["| warning"] * 3 + ["| note"]


def test_sums_open_questions_and_what_to_declare_are_said() -> None:
    text = write(report_on(with_more(town())))
    assert "1 finding already in the baseline" in text
    assert "2 questions stay open" in text
    assert "administrators – access.admins: settles 2 questions by itself" in text
    assert "each pair of accounts, each person" in text


def test_nothing_found_gets_a_good_word() -> None:
    assert "nothing to check" in write(report_on(audit_of("organisation: {name: Bourg}")))
