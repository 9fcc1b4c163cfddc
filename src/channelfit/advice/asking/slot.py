"""What a channel brings for one goal and audience, whichever of the open rules act."""

from channelfit.advice.fit import fitness
from channelfit.presence.lookup import Judgement, Presences
from channelfit.presence.model import Territory
from channelfit.rulebook.model import Method, Rule, Sheet, Term

PERCENT = 100


class Slot:
    """One term of a score. An open rule goes by its bit; a set of bits says which of them act."""

    def __init__(self, sheet: Sheet, audience: Term, weight: float) -> None:
        self.sheet = sheet
        self.audience = audience
        self.weight = weight
        self.mask = 0
        self.vetoed = False
        self._points = 0
        self._judged: list[Judgement] = []
        self._moving: list[tuple[int, int]] = []
        self._judging: list[tuple[int, Judgement]] = []
        self._vetoing = 0

    def fits(self, bit: int, points: int) -> None:
        """Points that always count (bit 0), or with an open rule."""
        self.mask |= bit
        if bit:
            self._moving.append((bit, points))
        else:
            self._points += points

    def judges(self, bit: int, rule: Rule, share: float) -> None:
        self.mask |= bit
        if bit:
            self._judging.append((bit, (rule, share)))
        else:
            self._judged.append((rule, share))

    def excludes(self, bit: int) -> None:
        self.mask |= bit
        self._vetoing |= bit
        self.vetoed = self.vetoed or not bit

    @property
    def may_be_vetoed(self) -> bool:
        return self.vetoed or bool(self._vetoing)

    def is_vetoed(self, bits: int) -> bool:
        return self.vetoed or bool(self._vetoing & bits)

    def term(self, bits: int, presences: Presences, territory: Territory | None, method: Method) -> float:
        """The contribution to the score, as the engine computes it: the same factors in the same order."""
        if self.is_vetoed(bits):
            return 0.0
        judged = [*self._judged, *(judgement for bit, judgement in self._judging if bit & bits)]
        share = presences.of(self.sheet, self.audience, judged, territory).share
        points = self._points + sum(points for bit, points in self._moving if bit & bits)
        return self.weight * share * fitness(points, 0, method) * PERCENT

    def bounds(self, presences: Presences, territory: Territory | None, method: Method, anywhere: bool) -> tuple[float, float]:
        """The least and the most that the term can be; `anywhere`: in whatever country, surveys may say anything."""
        if self.vetoed:
            return 0.0, 0.0
        shares = [share for _, share in (*self._judged, *(judgement for _, judgement in self._judging))]
        shares += [0.0, 1.0] if anywhere else [presences.of(self.sheet, self.audience, judged, territory).share for judged in ((), self._judged)]
        least = self._points + sum(points for _, points in self._moving if points < 0)
        most = self._points + sum(points for _, points in self._moving if points > 0)
        low = 0.0 if self._vetoing else self.weight * min(shares) * fitness(least, 0, method) * PERCENT
        return low, self.weight * max(shares) * fitness(most, 0, method) * PERCENT
