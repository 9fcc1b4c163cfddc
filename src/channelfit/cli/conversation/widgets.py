"""The terminal of a conversation, drawn by questionary. What it would say in English only is replaced or wiped away."""

import sys
from collections.abc import Sequence
from textwrap import fill
from typing import Any

import questionary
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.output import ColorDepth
from rich.cells import cell_len, set_cell_size

from channelfit.cli.conversation.terminal import Check, Option
from channelfit.report.table_text import render, text
from channelfit.source.nearest import fold
from channelfit.words import Words
from channelfit.words.safe import plain_line

MARGIN = 6  # columns that the pointer and the box to tick take
CUT = "…"
MARK = "? "
NOTHING = "–"
UNSAID = " "  # for nothing at all, questionary would say how its keys work, in English


class Title(str):
    """A line to choose that is found by its synonyms too, and without accents."""

    __slots__ = ("found_by",)
    found_by: str

    def lower(self) -> str:
        """What a search looks into."""
        return self.found_by


class Widgets:
    """Asks on a terminal of `width` columns."""

    def __init__(self, words: Words, width: int, colour: bool) -> None:
        self._words = words
        self._width = width
        self._colour = colour

    def tell(self, said: str) -> None:
        sys.stdout.write(render([text(said)], self._width, colour=False))
        sys.stdout.flush()

    def show(self, line: str) -> None:
        """A line to copy, never broken."""
        sys.stdout.write(f"{line}\n")

    def pick(self, message: str, options: Sequence[Option], default: str | None = None) -> str:
        question = self._folded(f"{message} {self._words.say('ask.keys-pick')}")
        prompt = questionary.select(question, self._choices(options), default, instruction=UNSAID, **self._look())
        chosen = str(self._asked(prompt))
        self._repeat(message, [option.label for option in options if option.value == chosen])
        return chosen

    def tick(self, message: str, options: Sequence[Option], *, at_least_one: bool = False) -> tuple[str, ...]:
        ticked = self._ticked(message, options)
        while at_least_one and not ticked:  # a complaint below the list would fall off a low window
            self.tell(self._words.say("ask.tick-one"))
            ticked = self._ticked(message, options)
        self._repeat(message, [option.label for option in options if option.value in ticked])
        return tuple(option.value for option in options if option.value in ticked)

    def _ticked(self, message: str, options: Sequence[Option]) -> set[str]:
        question = self._folded(f"{message} {self._words.say('ask.keys-tick')}")
        choices = self._choices(options)
        prompt = questionary.checkbox(question, choices, instruction=UNSAID, use_jk_keys=False, use_search_filter=True, **self._look())
        return set(self._asked(prompt))

    def write(self, message: str, default: str, check: Check) -> str:
        prompt = questionary.text(self._folded(message), default, validate=lambda typed: check(typed) or True, **self._look())
        typed = str(self._asked(prompt))
        self._repeat(message, [typed] if typed else [])
        return typed

    def _folded(self, message: str) -> str:
        """The message in lines that break between words, after the mark that questionary puts before it."""
        return fill(plain_line(message), self._width - 1, initial_indent=MARK)[len(MARK) :]

    def _choices(self, options: Sequence[Option]) -> list[questionary.Choice]:
        return [questionary.Choice(self.title(option), option.value) for option in options]

    def title(self, option: Option) -> Title:
        """What is read of an option, in one line, and what finds it."""
        label, room = plain_line(option.label), self._width - MARGIN
        title = Title(label if cell_len(label) <= room else _cut(label, room))
        title.found_by = fold(" ".join((label, *option.also)))
        return title

    def _look(self) -> dict[str, Any]:
        depth = ColorDepth.DEPTH_4_BIT if self._colour else ColorDepth.DEPTH_1_BIT
        return {"erase_when_done": True, "color_depth": depth}

    def _asked(self, prompt: questionary.Question) -> Any:
        """The answer; Ctrl-D ends the input wherever it is typed."""
        ending = KeyBindings()
        ending.add("c-d", eager=True)(_end)
        application = prompt.application
        application.key_bindings = merge_key_bindings([application.key_bindings or KeyBindings(), ending])
        return prompt.unsafe_ask()

    def _repeat(self, message: str, answers: Sequence[str]) -> None:
        """What was asked and answered stays on the screen, in one line of ours."""
        asked = message.partition(" (")[0]
        self.tell(self._words.say("ask.answered", asked=asked, answer=", ".join(answers) or NOTHING))


def _cut(label: str, room: int) -> str:
    """The words of a label that fit; a first word too long for that is cut itself."""
    fitting = set_cell_size(label, room - 1)
    whole = fitting if label[len(fitting) :].startswith(" ") else fitting.rpartition(" ")[0]
    return (whole or fitting).rstrip(" –,;:(") + CUT


def _end(event: KeyPressEvent) -> None:
    event.app.exit(exception=EOFError)
