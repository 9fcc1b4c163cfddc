"""Whole answers on a rulebook small enough to read, kept as files in `answers/`.

After a change that is meant:  CHANNELFIT_REFRESH=1 pytest tests/report/test_answers.py  and read the difference before it is committed.
"""

import os
from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from channelfit.advice.engine import Advisor, advise
from channelfit.advice.outlook import outlook
from channelfit.advice.read_brief import read_brief
from channelfit.report.advice_json import advice_json
from channelfit.report.advice_markdown import advice_markdown
from channelfit.report.advice_text import advice_text
from channelfit.report.compose import compose
from channelfit.report.essential import essential
from channelfit.report.outline import Outline
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Rulebook
from channelfit.source.parse import parse
from channelfit.words import words_for

ANSWERS = Path(__file__).parent / "answers"
REFRESH = "CHANNELFIT_REFRESH"
LANGUAGES: tuple[Literal["fr", "en"], ...] = ("fr", "en")
BRIEFS = {
    "told": (date(2023, 7, 2), "goals: {tell: 2, talk: 1}\naudiences: [everyone, old]\nfacts: {country: FR}\nconsider: [square/stage]\n"),
    "vetoed": (
        date(2023, 7, 2),
        "title: Du pain\ngoals: [tell]\naudiences: [crew]\nfacts: {country: FR, hours: 0.5}\n"  # noqa: ISC004 one text
        "consider: [square/bench]\ndecided: {channels: [bell], on: 2023-01-01, because: on l’entend}\n",
    ),
    "nothing": (date(2011, 1, 1), "goals: [talk]\naudiences: [crew]\nfacts: {secret: true}\n"),
}


def answer(name: str, small: Rulebook, lang: Literal["fr", "en"], full: bool = False) -> Outline:
    day, text = BRIEFS[name]
    brief = read_brief(parse(text, name), small)
    edition = Edition(small, day, brief.country)
    return compose(advise(brief, edition), edition, words_for(lang), outlook(brief, Advisor(edition)), full)


def check(name: str, found: str) -> None:
    path = ANSWERS / name
    if os.environ.get(REFRESH):
        path.write_text(found, encoding="utf-8", newline="\n")
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("name", BRIEFS)
def test_text(small: Rulebook, name: str, width: int, lang: Literal["fr", "en"]) -> None:
    check(f"{name}.{width}.{lang}.txt", advice_text(answer(name, small, lang), words_for(lang), width, colour=False))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [60, 100])
def test_everything(small: Rulebook, width: int, lang: Literal["fr", "en"]) -> None:
    check(f"told.full.{width}.{lang}.txt", advice_text(answer("told", small, lang, full=True), words_for(lang), width, colour=False))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_only_what_was_asked(small: Rulebook, lang: Literal["fr", "en"]) -> None:
    check(f"told.quiet.{lang}.txt", advice_text(essential(answer("told", small, lang)), words_for(lang), 60, colour=False))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", BRIEFS)
def test_markdown(small: Rulebook, name: str, lang: Literal["fr", "en"]) -> None:
    check(f"{name}.{lang}.md", advice_markdown(answer(name, small, lang, full=name == "told"), words_for(lang)))


@pytest.mark.parametrize("name", BRIEFS)
def test_json(small: Rulebook, name: str) -> None:
    day, text = BRIEFS[name]
    brief = read_brief(parse(text, name), small)
    edition = Edition(small, day, brief.country)
    check(f"{name}.json", advice_json(advise(brief, edition), edition, "en", outlook(brief, Advisor(edition))).replace(small.digest, "sha256:…"))


def test_colour_says_the_verdict_too(small: Rulebook) -> None:
    assert "\x1b[1;32m" in advice_text(answer("told", small, "en"), words_for("en"), 100, colour=True)
