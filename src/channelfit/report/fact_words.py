"""Facts in words: how one is typed, what its values are called."""

from channelfit.conditions.model import FactValue
from channelfit.rulebook.model import Fact
from channelfit.words import Words

OR = "|"
OPEN = "…"


def typed_as(fact: Fact, words: Words) -> str:
    """What to type for a fact, with its choices where they are few: `moderation=none|office-hours|extended`."""
    choices = [option.id for option in fact.options] if fact.kind == "choice" else []
    if fact.kind == "boolean":
        choices = [words.say("yes"), words.say("no")]
    return f"{fact.id}={OR.join(choices) or OPEN}"


def value_words(fact: Fact, value: FactValue, words: Words) -> str:
    """The value of a fact as a sentence names it."""
    if isinstance(value, bool):
        return words.say("yes" if value else "no")
    if isinstance(value, int | float):
        return words.number(value, 0 if value == int(value) else 1)
    labels = {option.id: words.of(option.label) for option in fact.options}
    if isinstance(value, tuple):
        return words.listed([labels.get(item, item) for item in value]) or words.say("value.none")
    return labels.get(value, value)
