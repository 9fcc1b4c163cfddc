"""Everything a stop may ask about: what the request says, the sheet of the channel, the advice, and the accounts there are."""

from collections.abc import Sequence
from datetime import date

from channelfit.audit.advisor import AdviceForAudit
from channelfit.audit.derive import Context
from channelfit.audit.facts import Facts
from channelfit.audit.run import organisation_of
from channelfit.audit.subjects import EXISTS, Estate
from channelfit.audit.surroundings import Surroundings
from channelfit.conditions.model import Known
from channelfit.inventory.complete import CHANNEL, Completer
from channelfit.inventory.model import Inventory
from channelfit.rulebook.checks import Checklist
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.link.names import ORGANISATION, REQUEST
from channelfit.rulebook.model import Rulebook
from channelfit.screen.advised import PLATFORM, advised
from channelfit.screen.model import Request
from channelfit.screen.people import each_once, firsts
from channelfit.screen.refusals import Refusals
from channelfit.screen.understand import Understanding

PHRASES = "phrases"
COUNTRY = "country"


class RequestFacts:
    """Makes the facts of requests from one rulebook."""

    def __init__(self, rulebook: Rulebook, completer: Completer) -> None:
        self._rulebook = rulebook
        self._completer = completer
        self._checklist: Checklist = rulebook.checklist()
        self._refusals = Refusals(rulebook.screening(), self._checklist.fields)
        named = firsts(self._checklist.fields)
        self._known_by = {field.id: named[field.entry] for field in self._checklist.fields if field.entry}
        self._phrases = {f"{PHRASES}.{name}": words for name, words in rulebook.screening().phrases.items()}

    def of(self, request: Request, inventories: Sequence[Inventory], day: date) -> Facts:
        """Without an inventory nothing is known of the accounts there are."""
        organisation = self._organisation(request, inventories)
        country = organisation.get(COUNTRY)
        edition = Edition(self._rulebook, day, country if isinstance(country, str) else None)
        context = Context(day, frozenset(edition.goals), frozenset(edition.audiences), AdviceForAudit(edition), self._checklist.track)
        surroundings = Surroundings(organisation, self._checklist, context)
        if inventories:
            context.accounts = [account.facts for account in Estate(surroundings, inventories).accounts]
        return Facts(self._given(request, edition, context), surroundings.derivations[REQUEST], context, surroundings.around | self._phrases)

    @staticmethod
    def _organisation(request: Request, inventories: Sequence[Inventory]) -> dict[str, Known]:
        """What the request says of its organisation, over what the inventories say."""
        own = {COUNTRY: country} if (country := request.facts.facts.get(COUNTRY)) else {}
        return {**organisation_of(inventories), **own, **request.organisation.facts}

    def _given(self, request: Request, edition: Edition, context: Context) -> dict[str, Known]:
        heard = self._refusals.heard(request.facts.facts)
        given = {name: each_once(value, self._known_by.get(name)) for name, value in heard.items()}
        channel = given.get(PLATFORM)
        if isinstance(channel, str):
            given[CHANNEL] = channel
            self._completer.settle(given)
            given[EXISTS] = context.advice.exists(channel)
        given |= Understanding(edition).of(given)
        given |= advised(given, edition)
        return given


def organisation_name(facts: Facts) -> str | None:
    name = facts.get(f"{ORGANISATION}.name")
    return name if isinstance(name, str) else None
