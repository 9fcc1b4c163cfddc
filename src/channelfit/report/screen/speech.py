"""How requests, stops and places are spoken of in one language, on the day of the answer."""

from collections.abc import Iterable, Mapping
from datetime import date

from channelfit.conditions.model import ABSENT, Known
from channelfit.report.cite import JUDGEMENT, cite_sources
from channelfit.report.field_words import FieldWords
from channelfit.report.finding_words import FindingWords
from channelfit.rulebook.checks import PLACEHOLDER, Field
from channelfit.rulebook.link.names import REQUEST
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.screening import Question, Stop
from channelfit.rulebook.text import Text
from channelfit.screen.advised import PLATFORM
from channelfit.screen.model import Met
from channelfit.words import Words
from channelfit.words.safe import plain_line

UNIT = "request.unit"


class Speech:
    """Names and sentences of one rulebook in one language. `width` and `colour` are those of the screen; `quiet` says the least.

    `accounts` are what the accounts there are go by, by id.
    """

    def __init__(
        self,
        rulebook: Rulebook,
        day: date,
        words: Words,
        width: int = 100,
        *,
        colour: bool = False,
        quiet: bool = False,
        accounts: Mapping[str, str] | None = None,
    ) -> None:
        self.rulebook = rulebook
        self.day = day
        self.words = words
        self.width = width
        self.colour = colour
        self.quiet = quiet
        self.screening = rulebook.screening()
        self._stops = {stop.id: stop for stop in self.screening.stops}
        self._values = FindingWords(rulebook, (), day, words)
        self._fields = FieldWords(rulebook.checklist(), words)
        self._asked = {field.id: field for field in rulebook.checklist().fields if field.of == REQUEST}
        self._sources = {source.id: source for source in rulebook.sources}
        self._numbers = {question.id: place for place, question in enumerate(self.screening.questions)}
        self._accounts = {name: plain_line(called) for name, called in (accounts or {}).items()}
        self._names = {sheet.id: words.of(sheet.name_on(day)) for sheet in rulebook.sheets}
        self._names |= {alternative.id: words.of(alternative.label) for alternative in self.screening.alternatives}

    def say(self, message: str, **params: object) -> str:
        return self.words.say(message, **params)

    def stop(self, met: Met) -> Stop:
        return self._stops[met.stop]

    def because(self, met: Met) -> str:
        return self._filled(self.stop(met).because, met)

    def remedy(self, met: Met) -> str:
        return self._filled(self.stop(met).remedy, met)

    def cited(self, names: Iterable[str]) -> str:
        return cite_sources((self._sources[name] for name in names), self.words)

    def publishers(self, names: Iterable[str]) -> list[str]:
        """Who published some sources; our own judgement is nobody's publication."""
        sources = (self._sources[name] for name in names)
        return list(dict.fromkeys(source.publisher.partition(" (")[0] for source in sources if source.kind != JUDGEMENT))

    def number(self, question: str) -> str:
        """The gate is 0, then come the ten."""
        return str(self._numbers[question])

    def ask(self, question: Question) -> str:
        return self.words.of(question.ask)

    def place(self, name: str) -> str:
        """What a channel or an alternative is called; an account by its name and its id."""
        return self._names.get(name) or self._accounts.get(name) or plain_line(name)

    def places(self, names: Iterable[str], message: str = "or") -> str:
        return self.words.listed([self.place(name) for name in names], message)

    def means(self, name: str) -> str:
        """What an alternative asks of the service; a channel's use speaks for itself."""
        found = next((self.words.of(alternative.means) for alternative in self.screening.alternatives if alternative.id == name), "")
        return found or next((self.words.of(sheet.use) for sheet in self.rulebook.sheets if sheet.id == name), "")

    def label(self, field: str) -> str:
        return self._fields.label(field, REQUEST)

    def field(self, name: str) -> Field | None:
        """A field of a request as the rulebook declares it."""
        return self._asked.get(name)

    def labels(self, fields: Iterable[str]) -> str:
        return self.words.listed([self.label(name) for name in fields])

    def unit(self, facts: dict[str, Known]) -> str:
        return self._said(UNIT, facts) or self.say("screen.some-unit")

    def wanted(self, facts: dict[str, Known]) -> str:
        return self._said(PLATFORM, facts) or self.say("screen.some-account")

    def value(self, name: str, value: Known | None) -> str:
        """A value as a reader would say it, by the labels of its options where it has some."""
        field = self._fields.find(name, REQUEST)
        labels = self._accounts | ({option.id: self.words.of(option.label) for option in field.options} if field is not None else {})
        if isinstance(value, tuple):
            return self.words.listed([labels.get(str(item), self._values.said(str(item))) for item in value]) or self.say("nothing")
        return labels.get(str(value)) or self._values.said(value)

    def _said(self, name: str, facts: dict[str, Known]) -> str:
        value = facts.get(name)
        return "" if value is None or value == ABSENT else self.value(name, value)

    def _filled(self, text: Text, met: Met) -> str:
        filled = PLACEHOLDER.sub(lambda found: self.value(found[1], met.params.get(found[1])), text.in_(self.words.lang))
        return self.words.typeset(filled)
