"""One run of the screening: a request read and answered, the letter and the sheet written."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from channelfit.cli.output import write_file
from channelfit.cli.screen_apart import check_endings
from channelfit.cli.session import Session
from channelfit.inventory.load import Loader
from channelfit.inventory.model import Inventory
from channelfit.report.screen import WRITERS, writer
from channelfit.report.screen.speech import Speech
from channelfit.rulebook.link.names import REQUEST
from channelfit.rulebook.synonyms import channel_synonyms
from channelfit.screen.engine import Screener
from channelfit.screen.model import Request
from channelfit.screen.named import account_names
from channelfit.screen.read import read_request
from channelfit.source.opened import read_document
from channelfit.source.parse import parse_whole
from channelfit.source.place import Place, Problem, Unusable
from channelfit.source.tree import Document

NOT_OPENED = 1
OF_REQUESTS = {"file-missing": "no-request-file", "file-empty": "request-empty"}  # they are mended in another way than briefs
MAY_START = ("open", "pilot")


class ScreenRun:
    """What one call of the command does.

    `options` are those that hold one text; `presence` are the inventories to look at; `places` are of what the configuration gives.
    """

    def __init__(self, session: Session, options: Mapping[str, str | None], presence: Sequence[str], places: Mapping[str, Place | None]) -> None:
        self._presence = presence
        self._places = places
        self._session = session
        self._options = options
        self._rulebook = session.rulebook()
        self._loader = Loader(self._rulebook, session.lang)

    def run(self, path: str | None, undeclared: tuple[str, str] | None) -> int:
        """The exit status. Raises Unusable."""
        chosen = self._session.format(tuple(WRITERS))
        check_endings(self._options)
        if undeclared is not None:
            return self._regularise(*undeclared, chosen)
        if path is None and (register := self._options["register"]) is not None:
            return self._count(register, chosen)
        if (sheet := self._options["print"]) is not None:
            self._print(sheet)
            if path is None:
                return 0
        return self._answer(self._asked() if path is None else self._request(path), chosen)

    def _answer(self, request: Request, chosen: str) -> int:
        inventories = self._inventories(self._presence, "presence")
        day = self._session.as_of(request.as_of or _latest(inventories))
        screened = Screener(self._rulebook, self._loader.completer).screen(request, inventories, day)
        speech = self._speech(day, account_names(inventories))
        if (letter := self._options["letter"]) is not None:
            from channelfit.report.screen.letter import KINDS, written

            write_file(Path(letter), KINDS[_ending(letter)](written(screened, speech), speech))
        self._session.write(writer(chosen)(screened, speech))
        return 0 if screened.outcome in MAY_START else NOT_OPENED

    def _request(self, path: str) -> Request:
        try:
            return self._understood(read_document(path, self._session.lang))
        except Unusable as unusable:
            raise unusable.recoded(OF_REQUESTS) from None

    def _read(self, text: str, name: str) -> Request:
        return self._understood(parse_whole(text, name))

    def _understood(self, document: Document) -> Request:
        return read_request(document, self._loader.shape, channel_synonyms(self._rulebook))

    def _asked(self) -> Request:
        """The request that somebody answers on a terminal, kept in a file."""
        if not self._session.environment.interactive or self._session.no_input:
            raise Unusable([Problem("nothing-to-screen")])
        from channelfit.cli.screen_ask import Conversation
        from channelfit.cli.screen_keep import place_for
        from channelfit.report.screen.form import form

        words, speech = self._session.words, self._speech(self._session.as_of())
        talk = Conversation(self._loader.shape.fields[REQUEST], speech, lambda text: self._read(text, words.say("ask.file")))
        given = talk.answers()
        if not given:
            raise Unusable([Problem("nothing-answered")])
        text = form(given, {}, speech)
        kept = place_for(talk, words, self._options["request_out"])
        write_file(Path(kept), text)
        self._session.write("\n")
        return self._read(text, kept)

    def _count(self, path: str, chosen: str) -> int:
        from channelfit.report.screen.figures import write
        from channelfit.screen.register import register
        from channelfit.screen.register_read import check_register

        inventories = self._inventories([path], "register")
        check_register(inventories, (stop.id for stop in self._rulebook.screening().stops))
        day = self._session.as_of(_latest(inventories))
        self._session.write(write(register(inventories, day), self._speech(day), chosen))
        return 0

    def _regularise(self, path: str, name: str, chosen: str) -> int:
        """The path of an account found in the wild; where a file is asked for, the request begins there."""
        from channelfit.report.screen.form import form
        from channelfit.report.screen.path import next_step, write
        from channelfit.screen.wild import wild

        inventories = self._inventories([path])
        day = self._session.as_of(_latest(inventories))
        found, speech = wild(name, inventories, self._rulebook, day), self._speech(day)
        if (kept := self._options["request_out"]) is not None:
            own = {key: value for key in ("name", "country") if isinstance(value := found.organisation.get(key), str)}
            write_file(Path(kept), form(found.answers, own, speech, [name, next_step(found, speech)]))
        self._session.write(write(found, speech, chosen))
        return 0

    def _inventories(self, paths: Sequence[str], option: str | None = None) -> list[Inventory]:
        """Those of files, which an option names, or stands for itself."""
        loaded = self._loader.load(paths)
        if loaded.problems:
            raise Unusable(loaded.problems).at(None if option is None else self._places.get(option))
        return loaded.inventories

    def _print(self, path: str) -> None:
        from channelfit.report.screen.sheet import sheet_html

        write_file(Path(path), sheet_html(self._speech(self._session.as_of())))
        if not self._session.quiet:
            self._session.write(self._session.words.say("screen.written", file=path) + "\n")

    def _speech(self, day: date, accounts: Mapping[str, str] | None = None) -> Speech:
        session = self._session
        width = session.environment.width
        return Speech(self._rulebook, day, session.words, width, colour=session.colour, quiet=session.quiet, accounts=accounts)


def _ending(path: str) -> str:
    return Path(path).suffix.lower()


def _latest(inventories: Sequence[Inventory]) -> date | None:
    return max((one.as_of for one in inventories if one.as_of is not None), default=None)
