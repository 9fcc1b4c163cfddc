"""The first questions: what is wanted, for whom, how they weigh, and where."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from channelfit.cli.conversation.back import OneBack
from channelfit.cli.conversation.draft import COUNTRY, Draft
from channelfit.cli.conversation.guide import Guide
from channelfit.cli.conversation.numbers import number_in
from channelfit.cli.conversation.terminal import BACK, Option, Terminal
from channelfit.rulebook.model import Term
from channelfit.source.countries import CODES, meant

EQUAL, APART = "equal", "apart"


class Opening:
    """Asks for the parts of a brief that every answer needs."""

    def __init__(self, guide: Guide, terminal: Terminal, country: str | None) -> None:
        self._guide = guide
        self._terminal = terminal
        self._country = country  # offered, never taken for granted

    def goals(self, draft: Draft) -> Draft:
        chosen = self._terminal.tick(self._guide.say("ask.goals"), self._options(self._guide.rulebook.goals), at_least_one=True)
        return replace(draft, goals=dict.fromkeys(chosen, 1.0))

    def audiences(self, draft: Draft) -> Draft:
        options = [*self._options(self._guide.rulebook.audiences), self._back()]
        chosen = self._terminal.tick(self._guide.say("ask.audiences"), options, at_least_one=True)
        if BACK in chosen:
            raise OneBack
        return replace(draft, audiences=dict.fromkeys(chosen, 1.0))

    def goal_weights(self, draft: Draft) -> Draft:
        return replace(draft, goals=self._weighed("goals", draft.goals, self._guide.rulebook.goals), weighed=draft.weighed | {"goals"})

    def audience_weights(self, draft: Draft) -> Draft:
        weights = self._weighed("audiences", draft.audiences, self._guide.rulebook.audiences)
        return replace(draft, audiences=weights, weighed=draft.weighed | {"audiences"})

    def country(self, draft: Draft) -> Draft:
        typed = self._terminal.write(self._guide.say("ask.country"), self._country or "", self._complain_of_country).strip()
        if typed == BACK:
            raise OneBack
        if not typed:
            return replace(draft, declined=draft.declined | {COUNTRY})
        return replace(draft, facts={**draft.facts, COUNTRY: meant(typed)[0]})

    def _weighed(self, kind: str, weights: Mapping[str, float], terms: Iterable[Term]) -> Mapping[str, float]:
        labels = {term.id: self._guide.words.of(term.label) for term in terms}
        options = [Option(EQUAL, self._guide.say("ask.equal.yes")), Option(APART, self._guide.say("ask.equal.no")), self._back()]
        chosen = self._terminal.pick(self._guide.say(f"ask.equal.{kind}"), options)
        if chosen == BACK:
            raise OneBack
        return weights if chosen == EQUAL else {name: self._weight(labels[name]) for name in weights}

    def _weight(self, label: str) -> float:
        typed = self._terminal.write(self._guide.say("ask.weight", name=label), "1", self._complain_of_weight).strip()
        if typed == BACK:
            raise OneBack
        return float(number_in(typed) or 1)

    def _complain_of_weight(self, typed: str) -> str | None:
        number = number_in(typed)
        return None if typed.strip() == BACK or (number is not None and number > 0) else self._guide.say("ask.no-weight")

    def _complain_of_country(self, typed: str) -> str | None:
        bare = typed.strip()
        return None if bare in ("", BACK, *CODES) or meant(bare) else self._guide.say("ask.no-country")

    def _options(self, terms: Iterable[Term]) -> list[Option]:
        return [Option(term.id, self._guide.words.of(term.label), (term.id, *term.synonyms)) for term in terms]

    def _back(self) -> Option:
        return Option(BACK, self._guide.say("ask.back"))
