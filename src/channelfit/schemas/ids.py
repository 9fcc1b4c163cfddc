"""Ids that a rulebook defines, as enumerations that stand once in a schema and are referred to."""

from collections.abc import Callable, Iterable

from channelfit.rulebook.model import Rulebook, Source
from channelfit.schemas.pieces import Schema, options
from channelfit.schemas.said import Said

DISABLED = "disabled"


class Ids:
    """The definitions of a schema. Only those that were referred to are part of it."""

    def __init__(self, rulebook: Rulebook, said: Said) -> None:
        self.rulebook = rulebook
        self.said = said
        self.used: dict[str, Schema] = {}
        self._made: dict[str, Callable[[], Iterable[tuple[str, str]]]] = {
            "goal": lambda: ((term.id, f"{said.of(term.label)}. {said.of(term.meaning)}") for term in rulebook.goals),
            "audience": lambda: ((term.id, f"{said.of(term.label)}. {said.of(term.meaning)}") for term in rulebook.audiences),
            "channel": self._channels,
            "channels": lambda: (*self._channels(), *((name, ", ".join(channels)) for name, channels in rulebook.groups.items())),
            "network": lambda: ((name, name) for name in dict.fromkeys(sheet.network for sheet in rulebook.sheets if sheet.network)),
            "source": lambda: ((source.id, _cited(source)) for source in rulebook.sources),
            "rule": lambda: (*((rule.id, said.of(rule.because)) for rule in rulebook.rules), *self.disabled("rules")),
            "check": lambda: ((check.id, said.of(check.title)) for check in rulebook.checklist().checks),
            "question": lambda: ((question.id, said.of(question.ask)) for question in rulebook.screening().questions),
            "stop": lambda: (*((stop.id, said.of(stop.because)) for stop in rulebook.screening().stops), *self.disabled("stops")),
            "target": lambda: (*self._channels(), *((one.id, said.of(one.means)) for one in rulebook.screening().alternatives)),
            "fact": lambda: ((fact.id, said.of(fact.meaning)) for fact in rulebook.facts),
        }

    def ref(self, name: str) -> Schema:
        """A reference to the ids of a kind."""
        if name not in self.used:
            entries = list(self._made[name]())
            self.define(name, {**self.said.about(f"id.{name}"), **options((entry[0] for entry in entries), (entry[1] for entry in entries))})
        return {"$ref": f"#/$defs/{name}"}

    def define(self, name: str, schema: Schema) -> Schema:
        """A definition of another kind, and a reference to it."""
        self.used[name] = schema
        return {"$ref": f"#/$defs/{name}"}

    def entries(self, name: str) -> list[tuple[str, str]]:
        return list(self._made[name]())

    def disabled(self, section: str) -> Iterable[tuple[str, str]]:
        """What an overlay disables stays known: the file that says so names it, and so may a case."""
        gone = (change for change in self.rulebook.changes if change.section == section and change.how == DISABLED)
        return ((change.id, "" if change.because is None else self.said.of(change.because)) for change in gone)

    def _channels(self) -> Iterable[tuple[str, str]]:
        return ((sheet.id, f"{self.said.of(sheet.names[-1].text)}. {self.said.of(sheet.use)}") for sheet in self.rulebook.sheets)


def _cited(source: Source) -> str:
    return ", ".join(filter(None, (source.publisher, source.title, str(source.year or ""))))
