"""What one run of a command works with: settings resolved from options, environment and configuration."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from channelfit.cli.config import Config, find_config
from channelfit.cli.environment import Environment
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.text import Language
from channelfit.source.nearest import nearest
from channelfit.source.place import Problem, Unusable
from channelfit.source.reader import parse_day
from channelfit.words import LANGUAGES, Words, words_for


class Common(Struct, frozen=True):
    """The options every command has, as typed."""

    format: str | None = None
    output: str | None = None
    lang: str | None = None
    as_of: str | None = None
    quiet: bool = False
    verbose: bool = False
    no_input: bool = False
    rules: Sequence[str] = ()


class Session:
    """Settings of one run. Language: option, CHANNELFIT_LANG, configuration, locale, English."""

    def __init__(self, command: str, common: Common, environment: Environment) -> None:
        self.command = command
        self.environment = environment
        self._common = common
        self.config = Config()
        self.lang: Language = self._language()
        self.config = find_config(environment.folder)
        self.lang = self._language(strict=True)
        self.words: Words = words_for(self.lang)
        self.output = common.output if common.output is not None else self.config.text(command, "output")
        typed = common.quiet or common.verbose
        self.quiet = common.quiet if typed else self.config.switch(command, "quiet")
        self.verbose = common.verbose if typed else self.config.switch(command, "verbose")
        self.no_input = common.no_input or self.config.switch(command, "no_input")

    @property
    def colour(self) -> bool:
        """Colour goes to the screen, never into a file."""
        return self.environment.colour and self.output is None

    @property
    def may_ask(self) -> bool:
        """Whether somebody sits there to be asked: never through a pipe, in CI, or against their will."""
        return self.environment.interactive and not self.no_input

    @property
    def to_repeat(self) -> tuple[str, ...]:
        """The options typed that change an answer."""
        common = self._common
        given = (("--lang", common.lang), ("--as-of", common.as_of), ("--format", common.format), *(("--rules", path) for path in common.rules))
        return tuple(part for option, value in given if value is not None for part in (option, value))

    def format(self, known: Sequence[str]) -> str:
        """The format asked for; the first known one otherwise."""
        name = self._common.format if self._common.format is not None else self.config.text(self.command, "format") or known[0]
        if name not in known:
            raise Unusable([Problem("unknown-format", params={"found": name, "nearest": nearest(name, known), "known": tuple(known)})])
        return name

    def as_of(self, of_file: date | None = None) -> date:
        """The day to answer as of: option, the file's own, configuration, today."""
        typed = _typed_day(self._common.as_of)
        return typed or of_file or self.day("as_of", None) or self.environment.today

    def day(self, option: str, typed: str | None) -> date | None:
        """A day that was typed, or else configured."""
        configured = self.config.text(self.command, option)
        return _typed_day(typed) or (parse_day(configured) if configured else None)

    @property
    def overlays(self) -> tuple[str, ...]:
        """What is laid on top of the built-in rulebook, in this order: by the configuration, then by the command line."""
        return (*self.config.overlays(self.command), *self._common.rules)

    def rulebook(self) -> Rulebook:
        """The built-in rulebook with the overlays of the configuration, then those of the command line."""
        from channelfit.rulebook.load import load_rulebook

        return load_rulebook(cache=self.environment.cache, overlays=self.overlays)

    def built_in(self) -> Rulebook:
        """The rulebook below the overlays."""
        from channelfit.rulebook.load import load_rulebook

        return load_rulebook(cache=self.environment.cache)

    def write(self, text: Iterable[str]) -> None:
        """To the file asked for, or to the screen."""
        from channelfit.cli.output import write

        write(text, self.output)

    def _language(self, strict: bool = False) -> Language:
        for name in (self._common.lang, self.environment.lang, self.config.text(self.command, "lang")):
            if name is not None:
                if name in LANGUAGES:
                    return LANGUAGES[name]
                if strict:
                    raise Unusable([Problem("unknown-lang", params={"found": name, "nearest": nearest(name, LANGUAGES), "known": tuple(LANGUAGES)})])
        return self.environment.locale


def _typed_day(typed: str | None) -> date | None:
    """Raises Unusable for what is no day."""
    day = parse_day(typed) if typed is not None else None
    if typed is not None and day is None:
        raise Unusable([Problem("bad-day", params={"found": typed})])
    return day
