"""What wishes and duties cost: the plan with each of them, and the plan that would be made without."""

from collections.abc import Iterator

from channelfit.method.plan_problem import ROUNDING
from channelfit.planning.instance import UNITS
from channelfit.planning.model import Duty, Price, PriceOf
from channelfit.planning.posed import Posed
from channelfit.planning.solve import Frontier, Kept, best


class Prices:
    """Prices at one capacity, beside the frontier of the plan itself.

    What a demand opens may be no candidate without it (advised against, or beside the standing surface of its network):
    then the plan may be worth more with it, and it costs nothing.
    """

    def __init__(self, posed: Posed, kept: Kept, found: Frontier, capacity: int) -> None:
        self._posed = posed
        self._kept = kept
        self._frontier = found
        self._capacity = capacity
        self._plan = found.at(capacity)
        sheets = posed.edition.sheets
        self._possible = {item.channel for item in posed.advice.ranking if sheets[item.channel].hours_per_week is not None}

    def all(self) -> Iterator[Price]:
        yield from (self._required(duty) for duty in self._kept.required)
        yield from self._minima()
        yield from self._vetoes()
        yield from self._excluded()
        for channel in self._posed.advice.brief.consider:
            if channel in self._possible and channel not in self._posed.wishes.exclude:
                yield self._considered(channel)

    def _required(self, duty: Duty) -> Price:
        wished = tuple(channel for channel in self._posed.wishes.require if (channel,) != duty.channels)
        other = self._posed.without_rules(duty.rules).wishing(require=wished)
        return self._lifted("require", duty.channels[0], other, duty.channels if len(duty.channels) > 1 else ())

    def _minima(self) -> Iterator[Price]:
        """Each minimum with the others kept; one that cannot be met has no price."""
        least = self._posed.wishes.least
        for audience in () if self._kept.unmet else least:
            others = {name: share for name, share in least.items() if name != audience}
            yield self._lifted("minimum", audience, self._posed.wishing(least=others))

    def _vetoes(self) -> Iterator[Price]:
        """What a rule that rules out channels costs, by its id, where there would be more to choose from without it."""
        for rule in dict.fromkeys(rule for item in self._posed.advice.excluded for rule in item.rules):
            other = self._posed.without_rules([rule])
            if set(other.free.channels) - set(self._posed.free.channels):
                yield self._lifted("veto", rule, other)

    def _excluded(self) -> Iterator[Price]:
        exclude = self._posed.wishes.exclude
        for channel in exclude:
            if channel in self._possible:
                yield self._lifted("exclude", channel, self._posed.wishing(exclude=tuple(name for name in exclude if name != channel)))

    def _considered(self, channel: str) -> Price:
        """A channel forced in, in the place of others of its network, with all else that is kept."""
        other = self._posed.wishing(require=(*self._posed.wishes.require, channel))
        kept = other.kept(self._capacity)
        forced = best(kept.instance, self._capacity).plan
        if forced is None or len(kept.unpaid) > len(self._kept.unpaid) or len(kept.unmet) > len(self._kept.unmet):
            return Price("consider", channel, None, None, None)
        loss, margin = max(0.0, self._plan.value - forced.value), max(forced.gap, self._plan.gap)
        return Price("consider", channel, loss, forced.value, self._as_if_less(forced.value), margin)

    def _lifted(self, of: PriceOf, name: str, other: Posed, one_of: tuple[str, ...] = ()) -> Price:
        """What the plan would be worth if something did not bind it, and the hours it would take to be worth as much under it."""
        free = best(other.kept(self._capacity).instance, self._capacity).plan
        if free is None:
            return Price(of, name, None, None, None, one_of=one_of)
        loss = max(0.0, free.value - self._plan.value)
        return Price(of, name, loss, free.value, self._to_make_up(free.value), max(free.gap, self._plan.gap), one_of)

    def _to_make_up(self, objective: float) -> float | None:
        """The hours more to a plan of the frontier that is worth so much; None where there is no such plan, or no difference."""
        units = self._frontier.first_with(objective - ROUNDING, self._capacity)
        return None if units is None else max(0, units - self._there) / UNITS or None

    def _as_if_less(self, objective: float) -> float | None:
        """The hours less to the most hours whose plan is not worth more; None where there is no such plan, or no difference."""
        units = self._frontier.last_without(objective + ROUNDING, self._capacity)
        return None if units is None else max(0, self._there - units) / UNITS or None

    @property
    def _there(self) -> int:
        """The units there are, as far as there is something to do with them."""
        return min(self._capacity, len(self._frontier.plans) - 1)
