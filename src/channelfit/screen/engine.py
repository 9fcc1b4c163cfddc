"""Looks at a request: every stop that is met, every answer that is missing, and what they come to."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from channelfit.audit.examine import COUNTRY, Jurisdictions
from channelfit.audit.facts import Facts
from channelfit.conditions.holds import bind, holds, subjects
from channelfit.conditions.model import ABSENT, Between, Condition, Known
from channelfit.inventory.complete import Completer
from channelfit.inventory.model import Inventory
from channelfit.rulebook.checks import PLACEHOLDER
from channelfit.rulebook.link.names import LIMIT, REQUEST
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.screening import Screening, Stop
from channelfit.screen.decide import decide, redirects
from channelfit.screen.facts import RequestFacts, organisation_name
from channelfit.screen.model import Met, Request, Screened, Undecided
from channelfit.screen.unclear import Unclear, Unknown

IN_WORDS = "answer"  # the kind of a field that is answered by yes, by no, or in words


class Screener:
    """Answers requests from one rulebook. Pure: the same request, inventories and day give the same answer."""

    def __init__(self, rulebook: Rulebook, completer: Completer) -> None:
        self.screening: Screening = rulebook.screening()
        self._facts = RequestFacts(rulebook, completer)
        self._unknown = Unknown(rulebook)
        self._jurisdictions = Jurisdictions(rulebook.method.regions)
        self._named_by = {alternative.id: alternative.named_by for alternative in self.screening.alternatives}
        self._in_words = {field.id for field in rulebook.checklist().fields if field.kind == IN_WORDS}
        self._gates = frozenset(question.id for question in self.screening.questions if question.gate)

    def screen(self, request: Request, inventories: Sequence[Inventory], day: date) -> Screened:
        facts = self._facts.of(request, inventories, day)
        verdicts = [(stop, self.holds(stop, facts)) for stop in self.in_force(day)]
        met = tuple(self._met(stop, facts) for stop, due in verdicts if due)
        undecided = tuple(self._undecided(stop, facts) for stop, due in verdicts if due is None)
        unclear = tuple(self._unknown.of(facts))
        wanted = (*self._unanswered(facts, met), *self._unread(unclear, met), *(name for item in undecided for name in item.fields if _asked(name)))
        missing = tuple(dict.fromkeys(wanted))
        outcome = decide(met, missing, self._gates)
        return Screened(
            as_of=day,
            outcome=outcome,
            redirect_to=redirects(met) if outcome == "redirect" else (),
            stops=met,
            missing=missing,
            undecided=tuple(item for item in undecided if item.fields and not any(map(_asked, item.fields))),
            facts=dict(facts.given),
            passed=tuple(stop.id for stop, due in verdicts if due is False),
            organisation=organisation_name(facts),
            not_understood=unclear,
        )

    def in_force(self, day: date) -> Iterator[Stop]:
        """The stops of that day, in the order of the questions."""
        order = {question.id: place for place, question in enumerate(self.screening.questions)}
        dated = (stop for stop in self.screening.stops if stop.since <= day and (stop.until is None or day <= stop.until))
        yield from sorted(dated, key=lambda stop: order[stop.question])

    def holds(self, stop: Stop, facts: Facts) -> bool | None:
        """Whether a stop is met; None where that depends on what is not known. An exception counts only when it is known to hold."""
        here = self._jurisdictions.covers(stop, facts.get(COUNTRY))
        if here is False or (stop.unless is not None and holds(_bound(stop, stop.unless), facts)):
            return False
        due = holds(_bound(stop, stop.when), facts)
        return None if here is None and due else due

    def _undecided(self, stop: Stop, facts: Facts) -> Undecided:
        """What would decide it: the country where the law of one is asked for, then the facts that are not known."""
        where = () if self._jurisdictions.covers(stop, facts.get(COUNTRY)) else (COUNTRY,)
        fields = facts.missing(_open_subjects(_bound(stop, stop.when), facts))
        return Undecided(stop.id, stop.question, tuple(dict.fromkeys((*where, *fields))))

    def _met(self, stop: Stop, facts: Facts) -> Met:
        places = tuple(dict.fromkeys(place for name in stop.to for place in self._places(name, facts)))
        return Met(stop.id, stop.question, stop.outcome, places, _params(stop, facts))

    def _places(self, name: str, facts: Facts) -> Iterable[str]:
        """A channel is itself; an alternative goes by what it is in this organisation, where that is known."""
        named_by = self._named_by.get(name)
        found = facts.get(named_by) if named_by is not None else None
        return map(str, found) if isinstance(found, tuple) and found else (name,)

    def _unanswered(self, facts: Facts, met: Iterable[Met]) -> Iterator[str]:
        """What is left out or empty; a no where words were asked for counts as an answer only where a stop takes it for one."""
        stops = {stop.id: stop for stop in self.screening.stops}
        heard = {name for item in met for name in subjects(stops[item.stop].when)}
        for name in (name for question in self.screening.questions for name in question.fields):
            value = facts.get(name)
            if value in (None, ABSENT) or (value is False and name in self._in_words and name not in heard):
                yield name

    def _unread(self, unclear: Iterable[Unclear], met: Iterable[Met]) -> Iterator[str]:
        """The fields whose words mean nothing known; a stop at the question of one has made out enough."""
        stopped = {item.question for item in met}
        taken = {name for question in self.screening.questions if question.id in stopped for name in question.fields}
        return (item.field for item in unclear if item.field not in taken)


def _open_subjects(condition: Condition, facts: Facts) -> Iterator[str]:
    """What a condition reads that is not known, or known only within bounds."""
    return (name for name in subjects(condition) if (value := facts.get(name)) is None or isinstance(value, Between))


def _asked(name: str) -> bool:
    return name.startswith(f"{REQUEST}.")


def _bound(stop: Stop, condition: Condition) -> Condition:
    return bind(condition, {LIMIT: stop.limit.value}) if stop.limit is not None else condition


def _params(stop: Stop, facts: Facts) -> dict[str, Known]:
    """The values that the texts of a stop speak of."""
    found: dict[str, Known] = {}
    for name in PLACEHOLDER.findall(f"{stop.because.fr}{stop.because.en}{stop.remedy.fr}{stop.remedy.en}"):
        value = stop.limit.value if name == LIMIT and stop.limit is not None else facts.get(name)
        if value is not None:
            found[name] = value
    return found
