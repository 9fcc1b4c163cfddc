"""The problem that an advice and wishes pose, and the same were something asked otherwise."""

from collections.abc import Collection

from msgspec.structs import replace

from channelfit.advice.engine import Advisor
from channelfit.advice.model import Advice
from channelfit.planning.candidates import candidates
from channelfit.planning.duties import duties
from channelfit.planning.ground import Ground
from channelfit.planning.instance import instance
from channelfit.planning.model import Wishes
from channelfit.planning.solve import Kept, kept
from channelfit.rulebook.edition import Edition


class Posed:
    """`free` is the problem before its `duties` bind it. Who may be in it depends on all that is asked, so that each change is posed anew."""

    def __init__(self, advice: Advice, wishes: Wishes, edition: Edition, ground: Ground | None = None) -> None:
        self.advice = advice
        self.wishes = wishes
        self.edition = edition
        self.ground = ground or Ground(advice, edition)
        self.duties = duties(advice, wishes, edition)
        self.free = instance(self.ground, candidates(advice, wishes, edition.sheets, self.duties), wishes.least, edition.sheets)

    def kept(self, capacity: int) -> Kept:
        return kept(self.free, self.duties, self.wishes.least, capacity)

    def wishing(self, **changed: object) -> "Posed":
        """Were something else wished."""
        return Posed(self.advice, replace(self.wishes, **changed), self.edition, self.ground)

    def without_rules(self, rules: Collection[str]) -> "Posed":
        """Were these rules not there."""
        advisor = Advisor(self.edition)
        for rule in rules:
            advisor = advisor.with_rule(rule, None)
        return Posed(advisor.advise(self.advice.brief), self.wishes, advisor.edition) if rules else self
