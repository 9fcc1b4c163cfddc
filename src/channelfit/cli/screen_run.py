"""One run of the screening: a request read and answered, the letter and the sheet written."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from channelfit.cli.output import write_file
from channelfit.cli.session import Session
from channelfit.inventory.load import STANDARD_INPUT, Loader
from channelfit.inventory.model import Inventory
from channelfit.report.screen import WRITERS, writer
from channelfit.report.screen.speech import Speech
from channelfit.rulebook.synonyms import channel_synonyms
from channelfit.screen.engine import Screener
from channelfit.screen.model import Request
from channelfit.screen.read import read_request
from channelfit.source.parse import parse_whole
from channelfit.source.place import Problem, Unusable
from channelfit.source.read import STDIN, as_text, read_bytes

NOT_OPENED = 1
MAY_START = ("open", "pilot")
LETTERS = (".md", ".html")


class ScreenRun:
    """What one call of the command does. `options` are those that hold one text."""

    def __init__(self, session: Session, options: Mapping[str, str | None]) -> None:
        self._session = session
        self._options = options
        self._rulebook = session.rulebook()
        self._loader = Loader(self._rulebook, session.lang)

    def run(self, path: str | None) -> int:
        """The exit status. Raises Unusable."""
        chosen = self._session.format(tuple(WRITERS))
        letter = self._letter()
        if (sheet := self._options["print"]) is not None:
            self._print(sheet)
            if path is None:
                return 0
        if path is None:
            raise Unusable([Problem("nothing-to-screen")])
        return self._answer(self._request(path), chosen, letter)

    def _answer(self, request: Request, chosen: str, letter: str | None) -> int:
        inventories = self._inventories()
        day = self._session.as_of(request.as_of or max((one.as_of for one in inventories if one.as_of is not None), default=None))
        screened = Screener(self._rulebook, self._loader.completer).screen(request, inventories, day)
        speech = self._speech(day)
        if letter is not None:
            from channelfit.report.screen.letter import KINDS, written

            write_file(Path(letter), KINDS[_ending(letter)](written(screened, speech), speech))
        self._session.write(writer(chosen)(screened, speech))
        return 0 if screened.outcome in MAY_START else NOT_OPENED

    def _request(self, path: str) -> Request:
        name = STANDARD_INPUT[self._session.lang] if path == STDIN else path
        document = parse_whole(as_text(read_bytes(path), name), name)
        return read_request(document, self._loader.shape, channel_synonyms(self._rulebook))

    def _inventories(self) -> list[Inventory]:
        path = self._options["presence"]
        if path is None:
            return []
        loaded = self._loader.load([path])
        if loaded.problems:
            raise Unusable(loaded.problems)
        return loaded.inventories

    def _letter(self) -> str | None:
        """The file of the letter; its name says how it is written."""
        path = self._options["letter"]
        if path is not None and _ending(path) not in LETTERS:
            raise Unusable([Problem("unknown-letter", params={"file": path})])
        return path

    def _print(self, path: str) -> None:
        from channelfit.report.screen.sheet import sheet_html

        write_file(Path(path), sheet_html(self._speech(self._session.as_of())))
        if not self._session.quiet:
            self._session.write(self._session.words.say("screen.written", file=path) + "\n")

    def _speech(self, day: date) -> Speech:
        session = self._session
        return Speech(self._rulebook, day, session.words, session.environment.width, colour=session.colour, quiet=session.quiet)


def _ending(path: str) -> str:
    return Path(path).suffix.lower()
