"""What demands cost: duties, wishes, rules that rule channels out, and the channel somebody asked for."""

from collections.abc import Iterable

from channelfit.planning.model import Plan, Price
from channelfit.report.outline import AGAINST, Said
from channelfit.report.plan_today import beside
from channelfit.report.plan_words import POINTS, PlanSpeaker

SHOWN = 0.0005  # a price below a twentieth of a point is shown as none


class PlanPrices:
    def __init__(self, plan: Plan, speaker: PlanSpeaker) -> None:
        self._plan = plan
        self._speaker = speaker

    def prices(self) -> Iterable[Said]:
        """Of what the reader or a duty asks; of a rule that rules out channels where it costs anything."""
        for item in self._plan.prices:
            costs = item.loss is not None and item.loss >= SHOWN
            if item.of != "consider" and (costs or item.of != "veto"):
                yield Said(self._price(item))

    def _price(self, item: Price) -> str:
        speaker = self._speaker
        name = self._named(item)
        what = speaker.say(
            f"plan.price.{item.of}", name=name, rule=item.name, least=speaker.words.percent(self._plan.wishes.least.get(item.name, 0.0))
        )
        if item.loss is None:
            return speaker.say("plan.price.unknown", what=what)
        if item.loss < SHOWN:
            return self._free(item, what)
        hours = speaker.say("plan.price.hours", hours=speaker.hours(item.hours)) if item.hours else ""
        return speaker.say("plan.price", what=what, loss=speaker.points(item.loss), hours=hours)

    def _free(self, item: Price, what: str) -> str:
        """What is forced in although nobody advises it may be worth more by the numbers."""
        more = 0.0 if item.objective is None else self._plan.objective - item.objective
        if item.of != "require" or item.one_of or more < SHOWN:
            return self._speaker.say("plan.price.free", what=what)
        verdict = next(place.verdict for place in self._plan.advice.ranking if place.channel == item.name)
        return self._speaker.say("plan.price.more", what=what, more=self._speaker.points(more), verdict=self._speaker.verdict(verdict))

    def _named(self, item: Price) -> str:
        if item.of == "veto":
            return self._speaker.channels(gone.channel for gone in self._plan.advice.excluded if item.name in gone.rules)
        if item.one_of:
            by = [chosen.channel for chosen in self._plan.channels if chosen.channel in item.one_of]
            return self._speaker.say("plan.served", duty=self._speaker.one_of(item.one_of), channels=self._speaker.channels(by))
        return self._speaker.audience(item.name) if item.of == "minimum" else self._speaker.channel(item.name)

    def considered(self) -> Iterable[Said]:
        prices = {item.name: item for item in self._plan.prices if item.of == "consider"}
        taken = {item.channel for item in self._plan.channels}
        for item in self._plan.advice.considered:
            name = self._speaker.channel(item.channel)
            if item.channel in prices:
                yield Said(self._speaker.say("plan.considered.in", channel=name) if item.channel in taken else self._considered(prices[item.channel]))
            elif item.channel not in self._plan.wishes.exclude:
                yield Said(self._speaker.say("considered.excluded" if item.excluded_by else "considered.absent", channel=name))
                yield from (self._speaker.because(rule, AGAINST) for rule in item.excluded_by)

    def _considered(self, item: Price) -> str:
        speaker, name = self._speaker, self._speaker.channel(item.name)
        if item.loss is None or item.objective is None:
            return speaker.say("plan.considered.impossible", channel=name)
        points = speaker.words.number(item.objective * POINTS, 1)
        now = speaker.words.number(self._plan.objective * POINTS, 1)
        verdict = speaker.verdict(next(place.verdict for place in self._plan.advice.ranking if place.channel == item.name))
        if item.loss < SHOWN:
            message = "plan.considered.gain" if item.objective > self._plan.objective + SHOWN else "plan.considered.free"
            other = beside(item.name, (other for other in self._plan.costs if other != item.name), speaker)
            rather = speaker.say("plan.considered.beside", other=speaker.channel(other)) if other is not None else ""
            return speaker.say(message, channel=name, points=points, now=now, verdict=verdict) + rather
        hours = speaker.say("plan.price.fewer", hours=speaker.hours(item.hours)) if item.hours else ""
        return speaker.say("plan.considered.loss", channel=name, loss=speaker.points(item.loss), points=points, now=now, hours=hours)
