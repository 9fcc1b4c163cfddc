"""What was asked: a brief from a file, from options, or from a file with options on top."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from channelfit.advice.brief import Brief
from channelfit.advice.read_brief import read_additions, read_brief
from channelfit.advice.read_facts import SEVERAL
from channelfit.cli.option_brief import Given, OptionBrief, typed
from channelfit.cli.session import Session
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.synonyms import audience_synonyms, channel_synonyms, goal_synonyms
from channelfit.source.opened import read_document
from channelfit.source.place import Problem, Unusable
from channelfit.source.tree import Document

COMMAND_LINE = {"fr": "ligne de commande", "en": "command line"}
SYNONYMS = {"goals": goal_synonyms, "audiences": audience_synonyms, "channels": channel_synonyms}
REPEATED = ("goal", "audience", "fact", "consider")


class Asked(Struct, frozen=True):
    """The brief's file, if any, and the options typed, by their names."""

    path: str | None
    options: Mapping[str, Sequence[str]]


class Asking:
    """Puts together what a file, the command line and the configuration ask for."""

    def __init__(self, asked: Asked, session: Session, rulebook: Rulebook) -> None:
        self._path = asked.path
        self._session = session
        self._rulebook = rulebook
        self._lines, self._given = typed(asked.options)
        self._configured = Given(*(session.config.items(session.command, name) for name in REPEATED))
        several = [fact.id for fact in rulebook.facts if fact.kind in SEVERAL]
        self._builder = OptionBrief(lambda kind: SYNONYMS[kind](rulebook), several)

    @property
    def asks_something(self) -> bool:
        """Whether a file, the command line or the configuration say what is wanted or for whom."""
        return self._path is not None or any(given.goals or given.audiences for given in (self._given, self._configured))

    def given(self) -> Brief:
        """Facts and considered channels, where nothing is asked yet. Raises Unusable."""
        return self._completed(Brief({}, {}))

    def brief(self) -> Brief:
        """The brief to answer. Raises Unusable with everything that is wrong with it."""
        return self._completed(read_brief(self._main_document(), self._rulebook))

    def _completed(self, brief: Brief) -> Brief:
        """The brief with facts and considered channels of the command line over it, and those of the configuration under it."""
        typed_on_top = Given(facts=self._given.facts, consider=self._given.consider)
        if not self._typed_alone() and typed_on_top != Given():
            brief = _over(brief, read_additions(self._typed(typed_on_top), self._rulebook))
        background = Given(facts=self._configured.facts, consider=self._configured.consider)
        if background != Given():
            brief = _over(read_additions(self._from_configuration(background), self._rulebook), brief)
        return brief

    def _main_document(self) -> Document:
        """Goals and audiences come from one place: the file, the command line, or else the configuration."""
        if self._path is not None:
            self._refuse_what_a_file_replaces()
            return self._file(self._path)
        if self._typed_alone():
            self._check_complete(self._given)
            return self._typed(self._given)
        self._check_complete(self._configured)
        return self._from_configuration(Given(self._configured.goals, self._configured.audiences))

    def _typed_alone(self) -> bool:
        return self._path is None and bool(self._given.goals or self._given.audiences)

    def _file(self, path: str) -> Document:
        return read_document(path, self._session.lang)

    def _typed(self, given: Given) -> Document:
        return self._builder.document(COMMAND_LINE[self._session.lang], self._lines, given)

    def _from_configuration(self, given: Given) -> Document:
        document = self._session.config.document
        assert document is not None
        return self._builder.document(document.name, document.lines, given)

    def _refuse_what_a_file_replaces(self) -> None:
        given = (("--goal", self._given.goals), ("--audience", self._given.audiences))
        if replaced := tuple(option for option, values in given if values):
            raise Unusable([Problem("brief-and-options", params={"options": replaced})])

    def _check_complete(self, given: Given) -> None:
        if not given.goals and not given.audiences:
            raise Unusable([Problem("nothing-asked")])
        for option, values, terms in (
            ("--goal", given.goals, self._rulebook.goals),
            ("--audience", given.audiences, self._rulebook.audiences),
        ):
            if not values:
                raise Unusable([Problem("missing-option", params={"option": option, "known": tuple(term.id for term in terms)})])


def _over(under: Brief, upper: Brief) -> Brief:
    """Two briefs in one: facts of the upper win, what is considered adds up; the rest is of the one that asks for something."""
    asking = upper if upper.goals else under
    consider = tuple(dict.fromkeys((*asking.consider, *under.consider, *upper.consider)))
    return replace(asking, facts={**under.facts, **upper.facts}, consider=consider)
