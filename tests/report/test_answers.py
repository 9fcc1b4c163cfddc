"""Whole answers on a rulebook small enough to read, kept as files in `answers/`.

After a change that is meant:  CHANNELFIT_REFRESH=1 pytest tests/report/test_answers.py  and read the difference before it is committed.
"""

import os
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from msgspec.structs import replace

from channelfit.advice.engine import Advisor
from channelfit.advice.look import outlook
from channelfit.advice.read_brief import read_brief
from channelfit.changes.what_if import what_if
from channelfit.conditions.model import FactValue
from channelfit.report.advice_json import advice_tree, json_text
from channelfit.report.advice_markdown import advice_markdown
from channelfit.report.advice_text import advice_text
from channelfit.report.changes_outline import Detail
from channelfit.report.compose import compose
from channelfit.report.essential import essential
from channelfit.report.outline import Outline
from channelfit.report.what_if import WhatIfWords
from channelfit.report.what_if_json import what_if_tree
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
    "supposed": (date(2023, 7, 2), "goals: [talk]\naudiences: [everyone]\nfacts: {country: FR, hours: 0.5}\nconsider: [bell, whisper]\n"),
}
SUPPOSED: dict[str, dict[str, FactValue]] = {"supposed": {"hours": 8, "secret": True, "country": "BE"}}


def answer(name: str, small: Rulebook, lang: Literal["fr", "en"], full: bool = False) -> Outline:
    day, text = BRIEFS[name]
    brief = read_brief(parse(text, name), small)
    advisor = Advisor(Edition(small, day, brief.country))
    advice = advisor.advise(brief)
    outline = compose(advice, advisor.edition, words_for(lang), full, outlook(advice, advisor))
    if name not in SUPPOSED:
        return outline
    supposed = what_if(advice, advisor, SUPPOSED[name])
    return replace(outline, beside=WhatIfWords(supposed, words_for(lang), Detail(full=full)).side_by_side())


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
    advisor = Advisor(Edition(small, day, brief.country))
    advice = advisor.advise(brief)
    tree = advice_tree(advice, advisor.edition, "en", outlook(advice, advisor))
    if name in SUPPOSED:
        tree["what_if"] = what_if_tree(what_if(advice, advisor, SUPPOSED[name]))
    check(f"{name}.json", json_text(tree).replace(small.digest, "sha256:…"))


def test_colour_says_the_verdict_too(small: Rulebook) -> None:
    assert "\x1b[1;32m" in advice_text(answer("told", small, "en"), words_for("en"), 100, colour=True)
