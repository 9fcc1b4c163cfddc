"""Facts in words: what they and their values are called, and how one is typed."""

from channelfit.conditions.model import FactValue
from channelfit.report.speaker import Speaker
from channelfit.rulebook.model import Fact
from channelfit.words import Words

OR = "|"
OPEN = "…"


class FactWords:
    """Says facts with the labels of the vocabulary."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker
        self._facts = {fact.id: fact for fact in speaker.edition.rulebook.facts}
        self._sheets = {sheet.id for sheet in speaker.edition.rulebook.sheets}

    def label(self, name: str) -> str:
        return self._speaker.words.of(self._facts[name].label)

    def value(self, name: str, value: FactValue) -> str:
        if isinstance(value, tuple):
            return self._speaker.words.listed([self._one(self._facts[name], item) for item in value]) or self._speaker.say("what-if.none")
        return self._one(self._facts[name], value)

    def _one(self, fact: Fact, value: str | float | bool) -> str:
        if isinstance(value, bool):
            return self._speaker.say("yes" if value else "no")
        if isinstance(value, int | float):
            return self._speaker.words.number(value, 0 if value == int(value) else 1)
        labels = {option.id: self._speaker.words.of(option.label) for option in fact.options}
        return self._speaker.channel(value) if value in self._sheets else labels.get(value, value)


def typed_as(fact: Fact, words: Words) -> str:
    """What to type for a fact, with its choices where they are few: `moderation=none|office-hours|extended`."""
    choices = [option.id for option in fact.options] if fact.kind == "choice" else []
    if fact.kind == "boolean":
        choices = [words.say("yes"), words.say("no")]
    return f"{fact.id}={OR.join(choices) or OPEN}"
