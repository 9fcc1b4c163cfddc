"""Asking for facts: one at a time by what they can change, those that are yes or no in one list to tick."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from channelfit.advice.question import Question
from channelfit.advice.questions import Inquiry
from channelfit.advice.read_facts import SEVERAL
from channelfit.cli.conversation.back import OneBack
from channelfit.cli.conversation.draft import Draft
from channelfit.cli.conversation.guide import Guide
from channelfit.cli.conversation.numbers import number_in
from channelfit.cli.conversation.terminal import BACK, ENOUGH, NONE, UNKNOWN, Option, Terminal
from channelfit.conditions.model import FactValue
from channelfit.rulebook.model import Fact

BOOLEAN, NUMBER, CHOICE, CHANNELS = "boolean", "number", "choice", "channels"
YES, NO = "yes", "no"


class FactSteps:
    """Asks what can still change the first."""

    def __init__(self, guide: Guide, terminal: Terminal) -> None:
        self._guide = guide
        self._terminal = terminal
        self._booleans = frozenset(fact.id for fact in guide.rulebook.facts if fact.kind == BOOLEAN)

    def ask(self, draft: Draft, inquiry: Inquiry, questions: Sequence[Question]) -> Draft:
        """The draft with the most telling question answered, declined, or enough said."""
        question = questions[0]
        if self._guide.facts[question.fact].kind == BOOLEAN:
            yes_or_no = [item for item in questions if self._guide.facts[item.fact].kind == BOOLEAN]
            following = inquiry.following([item.fact for item in yes_or_no], self._booleans)
            if len(yes_or_no) + len(following) > 1:
                return self._circumstances(draft, yes_or_no, following)
        fact = self._guide.facts[question.fact]
        self._terminal.tell(self._reason(draft, fact, question))
        if self._can_be_ticked(fact):
            return self._several(draft, fact)
        return self._picked(draft, fact) if fact.kind in (BOOLEAN, CHOICE) else self._typed(draft, fact)

    def _circumstances(self, draft: Draft, questions: Sequence[Question], following: Sequence[str]) -> Draft:
        """Several facts that are true or not, at once: what is ticked is true, the others are not, or nobody knows; nothing ticked says nothing."""
        self._terminal.tell(self._guide.say("ask.circumstances.why"))
        options = [*(self._circumstance(item) for item in questions), *map(self._besides, following)]
        others = Option(NONE, self._guide.say("ask.none")), Option(UNKNOWN, self._guide.say("ask.unknown-rest"))
        ticked = self._terminal.tick(self._guide.say("ask.circumstances"), [*options, *others, *self._ways_out()])
        if (left := self._left(draft, ticked)) is not None:
            return left
        names = [option.value for option in options]
        if UNKNOWN in ticked or not ticked:
            known = {name: True for name in names if name in ticked}
            return replace(draft, facts={**draft.facts, **known}, declined=draft.declined | (set(names) - set(ticked)))
        return _told(draft, {name: name in ticked for name in names})

    def _several(self, draft: Draft, fact: Fact) -> Draft:
        unknown = Option(UNKNOWN, self._guide.say("ask.unknown"))
        ticked = self._terminal.tick(self._guide.say("ask.list", fact=self._label(fact)), [*self._values(draft, fact), unknown, *self._ways_out()])
        if (left := self._left(draft, ticked)) is not None:
            return left
        return self._declined(draft, fact) if UNKNOWN in ticked else _told(draft, {fact.id: tuple(ticked)})

    def _picked(self, draft: Draft, fact: Fact) -> Draft:
        unknown = Option(UNKNOWN, self._guide.say("ask.unknown"))
        options = [*self._values(draft, fact), unknown, *self._ways_out()]
        chosen = self._terminal.pick(self._guide.say("ask.fact", fact=self._label(fact)), options, UNKNOWN)
        if (left := self._left(draft, (chosen,))) is not None:
            return left
        value: FactValue = chosen == YES if fact.kind == BOOLEAN else chosen
        return self._declined(draft, fact) if chosen == UNKNOWN else _told(draft, {fact.id: value})

    def _typed(self, draft: Draft, fact: Fact) -> Draft:
        def complaint(typed: str) -> str | None:
            bare = typed.strip()
            return None if bare in ("", BACK, ENOUGH) or self._value(fact, bare) is not None else self._guide.say("ask.no-number")

        typed = self._terminal.write(self._guide.say("ask.typed", fact=self._label(fact)), "", complaint).strip()
        if (left := self._left(draft, (typed,))) is not None:
            return left
        value = self._value(fact, typed)
        return self._declined(draft, fact) if value is None else _told(draft, {fact.id: value})

    def _value(self, fact: Fact, typed: str) -> FactValue | None:
        if fact.kind == NUMBER:
            number = number_in(typed)
            return None if number is None or (fact.at_least is not None and number < fact.at_least) else number
        if fact.kind in SEVERAL:
            return tuple(dict.fromkeys(part.strip() for part in typed.split(",") if part.strip())) or None
        return typed or None

    def _left(self, draft: Draft, chosen: Sequence[str]) -> Draft | None:
        """Raises OneBack; the draft where enough was said; None where there is an answer."""
        if BACK in chosen:
            raise OneBack
        return replace(draft, enough=True) if ENOUGH in chosen else None

    def _declined(self, draft: Draft, fact: Fact) -> Draft:
        return replace(draft, declined=draft.declined | {fact.id})

    def _values(self, draft: Draft, fact: Fact) -> list[Option]:
        if fact.kind == BOOLEAN:
            return [Option(YES, self._guide.say("yes")), Option(NO, self._guide.say("no"))]
        if fact.kind == CHANNELS:
            channels = tuple(self._guide.advisor(draft.brief()).edition.sheets)
            return [Option(name, label, (name,)) for name, label in zip(channels, self._guide.named(channels, draft), strict=True)]
        return [Option(option.id, self._guide.words.of(option.label), (option.id,)) for option in fact.options]

    def _ways_out(self) -> list[Option]:
        return [Option(BACK, self._guide.say("ask.back")), Option(ENOUGH, self._guide.say("ask.enough"))]

    def _can_be_ticked(self, fact: Fact) -> bool:
        return fact.kind == CHANNELS or (fact.kind in SEVERAL and bool(fact.options))

    def _circumstance(self, question: Question) -> Option:
        besides = self._besides(question.fact)
        return Option(question.fact, self._guide.words.count("ask.circumstance", round(question.swing) or 1, fact=besides.label), besides.also)

    def _besides(self, name: str) -> Option:
        fact = self._guide.facts[name]
        return Option(name, f"{self._label(fact)} – {self._guide.words.of(fact.meaning)}", (name,))

    def _reason(self, draft: Draft, fact: Fact, question: Question) -> str:
        channels = self._guide.words.listed(self._guide.named(question.may_change, draft))
        meaning = self._guide.words.of(fact.meaning)
        return self._guide.words.count("ask.why", round(question.swing) or 1, meaning=meaning, channels=channels)

    def _label(self, fact: Fact) -> str:
        label = self._guide.words.of(fact.label)
        return label[:1].upper() + label[1:]


def _told(draft: Draft, facts: Mapping[str, FactValue]) -> Draft:
    return replace(draft, facts={**draft.facts, **facts})
