"""Words of a request that name nothing known, where the fit and the age are judged by what they mean."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from channelfit.conditions.holds import Facts
from channelfit.conditions.model import ABSENT
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.synonyms import audience_synonyms, goal_synonyms
from channelfit.screen.understand import AUDIENCE, OBJECTIVE, meant
from channelfit.source.nearest import nearest_meaning


class Unclear(Struct, frozen=True):
    """What was written in a field, and the id that is nearest to it, if one is near."""

    field: str
    text: str
    nearest: tuple[str, ...]


class Unknown:
    """Finds what no word of the vocabulary is in."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._meanings = {OBJECTIVE: goal_synonyms(rulebook), AUDIENCE: audience_synonyms(rulebook)}

    def of(self, facts: Facts) -> Iterator[Unclear]:
        for field, meanings in self._meanings.items():
            said = facts.get(field)
            if said is not None and said != ABSENT:
                yield from _unclear(field, said if isinstance(said, tuple) else (said,), meanings)


def _unclear(field: str, texts: Iterable[object], meanings: Mapping[str, str]) -> Iterator[Unclear]:
    return (Unclear(field, str(text), nearest_meaning(str(text), meanings)) for text in texts if not meant((str(text),), meanings))
