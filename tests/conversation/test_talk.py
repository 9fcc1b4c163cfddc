"""The script of the conversation, followed without a terminal."""

import shlex
from datetime import date
from pathlib import Path

import pytest

from channelfit.advice.brief import Brief
from channelfit.advice.question import Question
from channelfit.advice.read_brief import read_brief
from channelfit.cli.conversation.draft import Draft
from channelfit.cli.conversation.ending import commands, keep_brief
from channelfit.cli.conversation.fact_steps import FactSteps
from channelfit.cli.conversation.guide import Guide
from channelfit.cli.conversation.numbers import number_in
from channelfit.cli.conversation.talk import Talk
from channelfit.cli.conversation.terminal import BACK, ENOUGH, NONE, UNKNOWN
from channelfit.conditions.model import FactValue
from channelfit.rulebook.model import Rulebook
from channelfit.source.parse import parse
from channelfit.words import words_for
from tests.conftest import Run
from tests.conversation.scripted import Answer, ByLot, Scripted
from tests.project.documents import ROOT

DAY = date(2026, 11, 25)
BRIEFS = sorted((ROOT / "examples" / "briefs").glob("*.yaml"))
MOST = 5
PRESS = Draft({"media-relations": 1.0}, {"journalists": 1.0}, {"country": "FR"})


@pytest.fixture(scope="module")
def guide(rulebook: Rulebook) -> Guide:
    return Guide(rulebook, DAY, words_for("en"))


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_five_questions_at_most(path: Path, rulebook: Rulebook) -> None:
    """Whatever is answered, and then no question can change the first three."""
    brief = read_brief(parse(path.read_text(encoding="utf-8"), path.name), rulebook)
    guide = Guide(rulebook, brief.as_of or DAY, words_for("fr"))
    draft = Draft(brief.goals, brief.audiences, brief.facts, weighed=frozenset({"goals", "audiences"}))
    for seed in range(6):
        terminal = ByLot(seed)
        done = Talk(guide, terminal).run(draft)
        assert len(terminal.asked) <= MOST
        assert guide.inquiry(done).questions() == ()


def test_from_nothing_to_a_brief(guide: Guide) -> None:
    answers: list[Answer] = [("media-relations", "recruitment"), "apart", "2", "1", ("journalists",), "FR", (ENOUGH,)]
    terminal = Scripted(answers)
    done = Talk(guide, terminal).run(Draft())
    assert done.brief() == Brief({"media-relations": 2.0, "recruitment": 1.0}, {"journalists": 1.0}, {"country": "FR"})
    assert terminal.said[0].startswith("Leading now: ")


def test_every_answer_can_be_taken_back(guide: Guide) -> None:
    answers: list[Answer] = [("media-relations",), (BACK,), ("recruitment",), ("journalists",), BACK, ("youth",), "FR", (BACK,), "GB", (ENOUGH,)]
    done = Talk(guide, Scripted(answers)).run(Draft())
    assert done.brief() == Brief({"recruitment": 1.0}, {"youth": 1.0}, {"country": "GB"})


def test_what_nobody_knows_stays_unknown_and_is_asked_once(guide: Guide) -> None:
    class NobodyKnows(Scripted):
        def tick(self, message, options, *, at_least_one=False):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG002
            self.asked.append(message)
            return (UNKNOWN,)

        def pick(self, message, options, default=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG002
            self.asked.append(message)
            return UNKNOWN

        def write(self, message, default, check):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG002
            self.asked.append(message)
            return ""

    terminal = NobodyKnows(())
    done = Talk(guide, terminal).run(PRESS)
    assert done.facts == PRESS.facts
    assert len(set(terminal.asked)) == len(terminal.asked)


def test_what_is_ticked_is_true_and_the_rest_is_not(guide: Guide) -> None:
    terminal = Scripted([("confidential",), (ENOUGH,)])
    done = Talk(guide, terminal).run(PRESS)
    offered = set(terminal.offered[0]) - {BACK, ENOUGH, NONE, UNKNOWN}
    assert {name for name in offered if done.facts[name] is True} == {"confidential"}
    assert {name for name in offered if done.facts[name] is False} == offered - {"confidential"}


@pytest.mark.parametrize(("ticked", "value"), [((), None), ((NONE,), False)])
def test_nothing_ticked_says_nothing_and_none_says_no(ticked: tuple[str, ...], value: bool | None, guide: Guide) -> None:
    terminal = Scripted([ticked, (ENOUGH,)])
    done = Talk(guide, terminal).run(PRESS)
    offered = set(terminal.offered[0]) - {BACK, ENOUGH, NONE, UNKNOWN}
    assert {done.facts.get(name) for name in offered} == {value}


def test_a_choice_starts_from_not_knowing(guide: Guide, rulebook: Rulebook) -> None:
    terminal = Scripted([UNKNOWN])
    fact = next(fact for fact in rulebook.facts if fact.kind == "choice")
    question = Question(fact.id, (), 1.0)
    FactSteps(guide, terminal).ask(PRESS, guide.inquiry(PRESS), [question])
    assert terminal.started == [UNKNOWN]


def test_the_country_is_offered_and_may_be_unknown(guide: Guide) -> None:
    done = Talk(guide, Scripted([("media-relations",), ("journalists",), "uk", (ENOUGH,)]), "FR").run(Draft())
    assert done.facts == {"country": "GB"}
    unknown = Talk(guide, Scripted([("media-relations",), ("journalists",), "", (ENOUGH,)])).run(Draft())
    assert unknown.facts == {}


def test_the_command_gives_the_same_answer(call: Run, tmp_path: Path) -> None:
    facts: dict[str, FactValue] = {"country": "FR", "single_theme": True, "skills": ("photo", "video"), "hours_per_week": 4.5, "contacts_held": ()}
    brief = Brief({"service-alerts": 2.0, "consultation": 1.5}, {"residents": 1.0}, facts, consider=("facebook/group",))
    kept = str(tmp_path / "a brief.yaml")
    assert keep_brief(brief, Scripted([kept]), words_for("en")) == kept
    lines = commands(brief, kept, ("--format", "json"))
    answers = [call(*shlex.split(line)[1:], "--as-of", "2026-11-25").stdout for line in lines]
    assert len(answers) == 2
    assert answers[0] == answers[1] != ""


def test_nothing_that_exists_is_replaced_without_a_yes(tmp_path: Path) -> None:
    there, other = tmp_path / "there.yaml", tmp_path / "other.yaml"
    there.write_text("mine", encoding="utf-8")
    brief = PRESS.brief()
    assert keep_brief(brief, Scripted([str(there), "no", ""]), words_for("en")) is None
    assert there.read_text(encoding="utf-8") == "mine"
    assert keep_brief(brief, Scripted([str(tmp_path / "no" / "folder.yaml"), str(other)]), words_for("en")) == str(other)
    assert keep_brief(brief, Scripted([str(there), "yes"]), words_for("en")) == str(there)
    assert there.read_text(encoding="utf-8") == other.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize(("typed", "number"), [("12", 12), (" 4,5 ", 4.5), ("20\u202f000", 20000), ("many", None), ("nan", None), ("inf", None)])
def test_numbers_as_people_type_them(typed: str, number: float | None) -> None:
    assert number_in(typed) == number
