"""One brief answered twice: as it stands, and with some facts otherwise."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from channelfit.advice.engine import Advisor
from channelfit.advice.model import Advice, Ranked
from channelfit.changes.compare import compare
from channelfit.changes.model import Answered, Changes
from channelfit.conditions.model import FactValue
from channelfit.rulebook.edition import Edition


class Beside(Struct, frozen=True):
    """A channel in both answers; None where it is excluded or does not exist."""

    channel: str
    before: Ranked | None
    after: Ranked | None

    def among_first(self, places: int) -> bool:
        return any(item is not None and item.rank <= places for item in (self.before, self.after))

    @property
    def judged_otherwise(self) -> bool:
        """Whether it is advised otherwise, or let in or kept out."""
        old, new = (item.verdict if item is not None else None for item in (self.before, self.after))
        return old != new


class WhatIf(Struct, frozen=True):
    """The facts supposed, both answers, and all that differs between them."""

    facts: dict[str, FactValue]
    before: Answered
    after: Answered
    changes: Changes

    def beside(self) -> Iterator[Beside]:
        """Every channel of either answer, best of the supposed one first, then those that are gone from it."""
        old, new = ({item.channel: item for item in side.advice.ranking} for side in (self.before, self.after))
        for name in dict.fromkeys((*new, *old)):
            yield Beside(name, old.get(name), new.get(name))

    def left_out(self) -> Iterator[tuple[str, float, float]]:
        """Audiences of whom another part is out of reach, with both parts."""
        for old, new in zip(self.before.advice.left_out, self.after.advice.left_out, strict=True):
            if old.share != new.share:
                yield old.audience, old.share, new.share


def what_if(advice: Advice, advisor: Advisor, facts: Mapping[str, FactValue]) -> WhatIf:
    """The answer were these facts so. Another country is another edition of the rulebook."""
    brief = replace(advice.brief, facts={**advice.brief.facts, **facts})
    edition = advisor.edition
    supposed = advisor if brief.country == edition.country else Advisor(Edition(edition.rulebook, edition.as_of, brief.country))
    before, after = Answered(advice, edition), Answered(supposed.advise(brief), supposed.edition)
    return WhatIf(dict(facts), before, after, replace(compare(before, after), decision=None))
