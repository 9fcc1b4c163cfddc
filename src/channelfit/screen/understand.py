"""What the sentences of a request mean in the words of the rulebook; what is not clear stays unknown."""

from collections.abc import Iterable, Mapping

from channelfit.conditions.model import ABSENT, Known
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.hierarchy import narrower
from channelfit.rulebook.synonyms import audience_synonyms, goal_synonyms
from channelfit.source.nearest import fold

OBJECTIVE, AUDIENCE = "request.objective", "request.audience"
GOAL, GOALS, AUDIENCES = "understood.goal", "understood.goals", "understood.audiences"
AROUND, OLDEST = "editorial.audience", "understood.oldest_age"


class Understanding:
    """The goals and audiences of an edition, by the words people use for them."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._goals = goal_synonyms(edition.rulebook)
        self._audiences = audience_synonyms(edition.rulebook)

    def of(self, facts: Mapping[str, Known]) -> dict[str, Known]:
        """Goals, and the one where there is one; audiences, those that hold them, and the oldest age: none where age does not define them."""
        found: dict[str, Known] = {}
        goals = meant(facts.get(OBJECTIVE), self._goals)
        if goals:
            found[GOALS] = goals
        if len(goals) == 1:
            found[GOAL] = goals[0]
        audiences = meant(facts.get(AUDIENCE), self._audiences)
        if audiences:
            found[AUDIENCES] = audiences
            found[AROUND] = tuple(dict.fromkeys((*audiences, *self._broader(audiences))))
            found |= self._oldest(audiences)
        return found

    def _broader(self, audiences: Iterable[str]) -> Iterable[str]:
        terms = self._edition.audiences
        inside = {name: narrower(name, terms.values()) for name in terms}
        return (name for name, within in inside.items() if any(audience in within for audience in audiences))

    def _oldest(self, audiences: Iterable[str]) -> dict[str, Known]:
        ages = [self._edition.audiences[name].ages for name in audiences]
        ends = [None if age is None else age[1] for age in ages]
        return {OLDEST: ABSENT if None in ends else max(end for end in ends if end is not None)}


def meant(said: Known | None, meanings: Mapping[str, str]) -> tuple[str, ...]:
    """The ids that some texts name, or else speak of in as many words: the longest words first, each part of a text once."""
    texts = [fold(str(item)) for item in (said if isinstance(said, tuple) else (said,)) if item is not None]
    return tuple(dict.fromkeys(name for text in texts for name in ([meanings[text]] if text in meanings else _spoken_of(text, meanings))))


def _spoken_of(text: str, meanings: Mapping[str, str]) -> Iterable[str]:
    left = f" {text} "
    for word in sorted(meanings, key=len, reverse=True):
        if f" {word} " in left:
            left = left.replace(f" {word} ", "  ")
            yield meanings[word]
