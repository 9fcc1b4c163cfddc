"""One run of init: what is missing is asked for on a terminal, taken for granted elsewhere; then the files are written."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from channelfit import __version__
from channelfit.cli.lay_down import lay_down
from channelfit.cli.session import Session
from channelfit.playbook import Answers, playbook
from channelfit.playbook.model import read_country, read_name, read_source
from channelfit.report.laid import laid_text
from channelfit.report.problems import problems_text
from channelfit.rulebook.text import Language
from channelfit.source.nearest import nearest
from channelfit.source.place import Problem, Unusable
from channelfit.source.read import STDIN
from channelfit.words import LANGUAGES, words_for

SOURCE = "https://example.org/channelfit"  # stands for where channelfit comes from until somebody says so
Answer = TypeVar("Answer")


class InitRun:
    """What one call of the command does."""

    def __init__(self, session: Session, given: Mapping[str, str | None]) -> None:
        self._session = session
        self._words = session.words
        self._given = given
        self._asks = session.environment.interactive and not session.no_input

    def run(self, folder: str, *, chosen: bool) -> int:
        """The exit status. Raises Unusable."""
        _check_folder(folder)
        answers = self._answers(chosen=chosen)
        laid = lay_down(Path(folder), playbook(answers))
        self._session.write([laid_text(laid.written, laid.kept, folder, answers, self._words, quiet=self._session.quiet)])
        return 0

    def _answers(self, *, chosen: bool) -> Answers:
        lang = self._session.lang
        if self._asks and not chosen:
            lang = self._ask("lang", lang, _read_lang)
            self._words = words_for(lang)
        name, country, source = (self._answer(*wanted) for wanted in (("name", read_name), ("country", read_country), ("source", read_source)))
        return Answers(name, country, lang, source, __version__, self._session.as_of())

    def _answer(self, option: str, read: Callable[[str], str]) -> str:
        given = self._given[option]
        if given is not None:
            return read(given)
        usual = SOURCE if option == "source" else self._words.say(f"init.usual.{option}")
        return self._ask(option, usual, read) if self._asks else read(usual)

    def _ask(self, option: str, usual: str, read: Callable[[str], Answer]) -> Answer:
        """Until the answer can be used; nothing typed means what is usual."""
        while True:
            sys.stdout.write(self._words.say(f"init.ask.{option}", usual=usual) + " ")
            sys.stdout.flush()
            line = sys.stdin.readline()
            try:
                return read(line.strip() or usual)
            except Unusable as unusable:
                sys.stdout.write(problems_text(unusable.problems, self._words, self._session.environment.width))
                if not line:
                    raise


def _check_folder(folder: str) -> None:
    if folder in ("", STDIN):
        raise Unusable([Problem("init-no-folder", params={"found": folder})])
    if Path(folder).exists() and not Path(folder).is_dir():
        raise Unusable([Problem("init-is-file", params={"file": folder})])


def _read_lang(typed: str) -> Language:
    if typed not in LANGUAGES:
        raise Unusable([Problem("unknown-lang", params={"found": typed, "nearest": nearest(typed, LANGUAGES), "known": tuple(LANGUAGES)})])
    return LANGUAGES[typed]
