"""The conversation on a real pseudo-terminal: keys, interruption, end of input, width, language."""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from channelfit.cli.conversation.terminal import Option
from channelfit.words import words_for

pexpect: Any = pytest.importorskip("pexpect")  # it needs a pseudo-terminal, which not every system has

Start = Callable[..., Any]
DOWN, SPACE, ENTER, INTERRUPT, END = "\x1b[B", " ", "\r", "\x03", "\x04"
NO_WAIT = {"PROMPT_TOOLKIT_NO_CPR": "1"}  # nobody here answers where the cursor stands
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
MOVES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@pytest.fixture
def start(tmp_path: Path, scrubbed: dict[str, str]) -> Iterator[Start]:
    begun: list[Any] = []

    def _start(*arguments: str, columns: int = 100, **environ: str) -> Any:
        clean = {name: value for name, value in scrubbed.items() if name != "COLUMNS"}
        dialogue = pexpect.spawn(
            sys.executable,
            ["-m", "channelfit", "advise", *arguments],
            env={**clean, "TERM": "xterm-256color", **NO_WAIT, **environ},
            cwd=str(tmp_path),
            dimensions=(40, columns),
            timeout=20,
            encoding="utf-8",
        )
        dialogue.delaybeforesend = None
        begun.append(dialogue)
        return dialogue

    yield _start
    for dialogue in begun:
        dialogue.close(force=True)


def answer(dialogue: Any, question: str, keys: str) -> None:
    """Waits for a question, which ends with what keys do, then types."""
    dialogue.expect(question)
    dialogue.send(keys)


def plain(shown: str) -> str:
    """What was written, a line for each place it was written to."""
    return MOVES.sub("\n", COLOURS.sub("", shown))


def status(dialogue: Any) -> int:
    dialogue.expect(pexpect.EOF)
    dialogue.close()
    return int(dialogue.exitstatus)


def test_from_the_first_question_to_the_command_that_repeats_it(start: Start, tmp_path: Path) -> None:
    dialogue = start()
    answer(dialogue, "achieved", "media" + SPACE + ENTER)
    answer(dialogue, "must it reach", "journal" + SPACE + ENTER)
    answer(dialogue, "Which country", "fr" + ENTER)
    dialogue.expect("Leading now: press list")
    answer(dialogue, "are true", DOWN + SPACE + ENTER)
    dialogue.expect("Leading now: ")
    answer(dialogue, "nothing ticked: none", "know" + SPACE + ENTER)
    answer(dialogue, "which file", ENTER)
    dialogue.expect("channelfit advise brief.yaml\r\nchannelfit advise --goal media-relations --audience journalists --fact country=FR")
    assert status(dialogue) == 0
    kept = (tmp_path / "brief.yaml").read_text(encoding="utf-8")
    assert kept.startswith("goals:\n- media-relations\naudiences:\n- journalists\nfacts:\n  country: FR\n")
    assert kept.count(": true") == 1


def test_an_interruption_leaves_nothing(start: Start, tmp_path: Path) -> None:
    dialogue = start()
    answer(dialogue, "achieved", "media" + SPACE + ENTER)
    answer(dialogue, "must it reach", INTERRUPT)
    assert status(dialogue) == 130
    assert not list(tmp_path.glob("*.yaml"))


def test_the_end_of_input_says_what_to_give(start: Start) -> None:
    dialogue = start()
    answer(dialogue, "achieved", END)
    dialogue.expect("--goal media-relations")
    assert status(dialogue) == 2


def test_back_and_a_list_that_wants_a_tick(start: Start) -> None:
    dialogue = start()
    answer(dialogue, "achieved", ENTER)
    dialogue.expect("at least one")
    dialogue.send("media" + SPACE + ENTER)
    answer(dialogue, "must it reach", "back" + SPACE + ENTER)
    answer(dialogue, "achieved", "fund" + SPACE + ENTER)
    answer(dialogue, "must it reach", INTERRUPT)
    assert status(dialogue) == 130


def test_narrow_french_and_without_colour(start: Start) -> None:
    """Accents need not be typed, no line is wider than the window, and nothing is said in English."""
    dialogue = start("--lang", "fr", columns=48, NO_COLOR="1", LC_ALL="fr_BE.UTF-8")
    answer(dialogue, "obtenir", "evenem" + SPACE + ENTER)
    shown = dialogue.before
    answer(dialogue, "toucher", "jeunes" + SPACE + ENTER)
    shown += dialogue.before
    dialogue.expect("BE")
    dialogue.send(ENTER)
    answer(dialogue, "vrai ici", "suffit" + SPACE + ENTER)
    shown += dialogue.before
    answer(dialogue, "quel fichier", "\x15\x0b" + ENTER)
    said = plain(dialogue.before)
    dialogue.expect("country=BE")
    assert status(dialogue) == 0
    assert not re.search(r"\x1b\[[0-9;]*3[0-7][;m]", shown), "no colour"
    offered = re.findall(r" {2,3}[» ] ?○ [^\r\n]*", plain(shown))
    assert len(offered) > 20
    assert [line for line in (*offered, *said.splitlines()[1:-1]) if len(line) > 48] == []
    assert not any(word in shown for word in ("Use arrow", "to select", "done", "selections"))


def test_a_choice_is_explained_in_our_words_alone(start: Start) -> None:
    dialogue = start("--lang", "fr")
    answer(dialogue, "obtenir", SPACE + DOWN + SPACE + ENTER)
    dialogue.expect("je donne des poids")
    shown = dialogue.before
    dialogue.send(INTERRUPT)
    assert "choisir)" in shown
    assert "Use arrow" not in shown
    assert status(dialogue) == 130


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (40, "up to 3 points: minors – people under 18"),
        (37, "up to 3 points: minors – people…"),
        (26, "up to 3 points: minors…"),
        (24, "up to 3 points: minors…"),
        (2, "u…"),
    ],
)
def test_a_label_is_cut_between_words(room: int, shown: str) -> None:
    from channelfit.cli.conversation.widgets import MARGIN, Widgets

    option = Option("minors", "up to 3 points: minors – people under 18")
    assert Widgets(words_for("en"), room + MARGIN, colour=False).title(option) == shown


@pytest.mark.parametrize("how", ["--no-input", "CI"])
def test_nobody_is_asked_who_will_not_answer(start: Start, how: str) -> None:
    dialogue = start("--no-input") if how == "--no-input" else start(CI="true")
    dialogue.expect("nothing was asked")
    assert status(dialogue) == 2
