"""What goes with a plan: how good it is, whom it reaches, what it could not keep, when it is enough, what it leaves aside."""

from collections.abc import Iterable

from channelfit.planning.model import Duty, Plan, Unmet
from channelfit.report.outline import AGAINST, Said
from channelfit.report.plan_words import PlanSpeaker


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
        yield from (Said(self._broken(duty), sign=AGAINST) for duty in plan.broken)
        if plan.unpaid:
            names, count = speaker.words.listed([speaker.duty(duty) for duty in plan.unpaid]), len(plan.unpaid)
            duties, hours = speaker.hours(plan.duty_hours), speaker.hours(plan.hours)
            yield Said(speaker.words.count("plan.unpaid", count, channels=names, duties=duties, hours=hours), sign=AGAINST)
        yield from (Said(self._unmet(item), sign=AGAINST) for item in plan.unmet)
        for channel in plan.unhoured:
            yield Said(speaker.say("plan.unhoured", channel=speaker.channel(channel)))

    def _broken(self, duty: Duty) -> str:
        rules = self._speaker.words.listed(list(duty.rules))
        return self._speaker.words.count("plan.broken", len(duty.rules), channel=self._speaker.duty(duty), rules=rules)

    def _unmet(self, item: Unmet) -> str:
        speaker = self._speaker
        asked, most = speaker.words.percent(item.least), speaker.words.percent(item.reach)
        certain = "plan.unmet-together" if item.alone else "plan.unmet" if item.levels else "plan.unmet-nothing"
        message = certain if item.proven else "plan.unmet-unproven"
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
        if plan.whole is not None:
            yield speaker.say("plan.whole", hours=speaker.hours(plan.whole))
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

    def left(self) -> Iterable[Said]:
        """Who is left aside: advised and no hours for them, kept out by the reader, ruled out by the rules."""
        plan, speaker = self._plan, self._speaker
        taken = {item.channel for item in plan.channels} | {channel for duty in plan.unpaid for channel in duty.channels}
        open_to = [item.channel for item in plan.advice.ranking if item.channel in plan.costs and item.verdict != "avoid"]
        advised = [channel for channel in open_to if channel not in taken]
        if advised:
            yield Said(speaker.say("plan.left.advised", channels=speaker.channels(advised)))
        if plan.wishes.exclude:
            yield Said(speaker.say("plan.left.yours", channels=speaker.channels(plan.wishes.exclude)))
        if plan.advice.excluded:
            yield Said(speaker.words.count("plan.left.excluded", len(plan.advice.excluded)))
