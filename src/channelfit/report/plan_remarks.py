"""What goes with a plan: how good it is, whom it reaches, what it could not keep, what wishes cost, what it leaves aside."""

from collections.abc import Iterable

from channelfit.planning.model import Plan, Price, Unmet
from channelfit.report.outline import AGAINST, Said
from channelfit.report.plan_today import beside
from channelfit.report.plan_words import POINTS, PlanSpeaker

SHOWN = 0.0005  # a price below a twentieth of a point is shown as none


class PlanRemarks:
    def __init__(self, plan: Plan, speaker: PlanSpeaker) -> None:
        self._plan = plan
        self._speaker = speaker

    def sum_up(self) -> Iterable[str]:
        plan, speaker = self._plan, self._speaker
        if plan.channels:
            used, hours = speaker.hours(plan.used), speaker.hours(plan.hours)
            yield speaker.say("plan.sum", used=used, hours=hours, points=speaker.whole_points(plan.objective))
            yield speaker.say("plan.proven") if plan.gap == 0 else speaker.say("plan.gap", gap=speaker.points(plan.gap))
        else:
            yield self._nothing()
        if plan.wishes.hours != plan.hours:
            yield speaker.say("plan.rounded", asked=speaker.words.number(plan.wishes.hours, 2), hours=speaker.hours(plan.hours))

    def _nothing(self) -> str:
        """Why the plan is empty: nothing is advised, or the hours are too few for anything."""
        costs = [min(levels.values()) for levels in self._plan.costs.values()]
        if not costs:
            return self._speaker.say("plan.nothing")
        return self._speaker.say("plan.too-little", hours=self._speaker.hours(self._plan.hours), least=self._speaker.hours(min(costs)))

    def cannot(self) -> Iterable[Said]:
        plan, speaker = self._plan, self._speaker
        if plan.unpaid:
            names, count = speaker.channels(plan.unpaid), len(plan.unpaid)
            duties, hours = speaker.hours(plan.duties), speaker.hours(plan.hours)
            yield Said(speaker.words.count("plan.unpaid", count, channels=names, duties=duties, hours=hours), sign=AGAINST)
        yield from (Said(self._unmet(item), sign=AGAINST) for item in plan.unmet)
        for channel in plan.unhoured:
            yield Said(speaker.say("plan.unhoured", channel=speaker.channel(channel)))

    def _unmet(self, item: Unmet) -> str:
        speaker = self._speaker
        asked, most = speaker.words.percent(item.least), speaker.words.percent(item.reach)
        message = "plan.unmet-together" if item.alone else "plan.unmet" if item.levels else "plan.unmet-nothing"
        levels = speaker.at_levels(item.levels)
        return speaker.say(message, audience=speaker.audience(item.audience), least=asked, most=most, levels=levels)

    def reach(self) -> Iterable[Said]:
        for item in self._plan.reach if self._plan.channels else ():
            low, estimate, high = (self._speaker.words.percent(share) for share in (item.low, item.estimate, item.high))
            missed, audience = self._speaker.words.percent(1 - item.estimate), self._speaker.audience(item.audience)
            message = "plan.reached" if low != high else "plan.reached-surely"
            yield Said(self._speaker.say(message, audience=audience, estimate=estimate, low=low, high=high, missed=missed))

    def enough(self) -> Iterable[str]:
        plan, speaker = self._plan, self._speaker
        if plan.enough is None or plan.lasting is None or not plan.frontier:
            return
        worth = speaker.points(speaker.edition.rulebook.method.plan.enough)
        if plan.enough == plan.lasting:
            yield speaker.say("plan.enough", hours=speaker.hours(plan.enough), worth=worth)
        else:
            yield speaker.say("plan.lasting", hours=speaker.hours(plan.lasting), worth=worth)
            gain = speaker.points(self._worth(plan.lasting) - self._worth(plan.enough))
            yield speaker.say("plan.pause", hours=speaker.hours(plan.enough), worth=worth, lasting=speaker.hours(plan.lasting), gain=gain)
        if plan.hours > plan.lasting:
            yield speaker.say("plan.spare", hours=speaker.hours(plan.hours - plan.lasting))

    def _worth(self, hours: float) -> float:
        return next((point.objective for point in self._plan.frontier if point.hours == hours), 0.0)

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
            return speaker.say("plan.price.free", what=what)
        hours = speaker.say("plan.price.hours", hours=speaker.hours(item.hours)) if item.hours else ""
        return speaker.say("plan.price", what=what, loss=speaker.points(item.loss), hours=hours)

    def _named(self, item: Price) -> str:
        if item.of == "veto":
            return self._speaker.channels(gone.channel for gone in self._plan.advice.excluded if item.name in gone.rules)
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

    def left(self) -> Iterable[Said]:
        """Who is left aside: advised and no hours for them, kept out by the reader, ruled out by the rules."""
        plan, speaker = self._plan, self._speaker
        taken = {item.channel for item in plan.channels} | set(plan.unpaid)
        open_to = [item.channel for item in plan.advice.ranking if item.channel in plan.costs and item.verdict != "avoid"]
        advised = [channel for channel in open_to if channel not in taken]
        if advised:
            yield Said(speaker.say("plan.left.advised", channels=speaker.channels(advised)))
        if plan.wishes.exclude:
            yield Said(speaker.say("plan.left.yours", channels=speaker.channels(plan.wishes.exclude)))
        for item in plan.advice.required:
            if item.channel in plan.wishes.exclude:
                yield Said(speaker.say("plan.left.duty", channel=speaker.channel(item.channel)), sign=AGAINST)
        if plan.advice.excluded:
            yield Said(speaker.words.count("plan.left.excluded", len(plan.advice.excluded)))
