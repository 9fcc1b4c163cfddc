"""A plan in sentences and tables, before any format."""

from collections.abc import Iterable

from msgspec import Struct

from channelfit.planning.model import Chosen, Plan
from channelfit.report.compose import subtitle, title
from channelfit.report.outline import Said, Section
from channelfit.report.plan_chart import Bar, bars
from channelfit.report.plan_method import method
from channelfit.report.plan_prices import PlanPrices
from channelfit.report.plan_remarks import PlanRemarks
from channelfit.report.plan_today import from_today
from channelfit.report.plan_words import PlanSpeaker
from channelfit.rulebook.edition import Edition
from channelfit.words import Words


class PlanRow(Struct, frozen=True):
    """One channel of the plan."""

    channel: str
    level: str
    hours: str
    adds: str
    lost: str


class PlanOutline(Struct, frozen=True):
    """`sum_up` is the plan in a sentence or two; `before` are sections that come ahead of the chart, `after` those behind it."""

    title: str
    subtitle: str
    heading: str
    columns: tuple[str, ...]
    rows: tuple[PlanRow, ...]
    sum_up: tuple[str, ...]
    before: tuple[Section, ...]
    chart_title: str
    bars: tuple[Bar, ...]
    chart_notes: tuple[str, ...]
    after: tuple[Section, ...]
    legend: str


class PlanOutliner:
    """Writes the outline of a plan; `full` explains the method and every step, `quiet` leaves the plan alone."""

    def __init__(self, plan: Plan, edition: Edition, words: Words, full: bool = False, quiet: bool = False) -> None:
        self._plan = plan
        self._speaker = PlanSpeaker(edition, words)
        self._remarks = PlanRemarks(plan, self._speaker)
        self._full = full
        self._quiet = quiet

    def outline(self) -> PlanOutline:
        say, plan, quiet = self._speaker.say, self._plan, self._quiet
        asked = title(plan.advice, self._speaker)
        return PlanOutline(
            title=say("plan.title", asked=asked, hours=self._speaker.hours(plan.hours)),
            subtitle=subtitle(self._speaker),
            heading=say("plan.heading"),
            columns=tuple(say(f"plan.column.{name}") for name in PlanRow.__struct_fields__),
            rows=tuple(self._row(item) for item in plan.channels),
            sum_up=tuple(self._remarks.sum_up()),
            before=tuple(self._sections({"plan.cannot": self._remarks.cannot(), **({} if quiet else {"plan.reach": self._remarks.reach()})})),
            chart_title="" if quiet else say("plan.frontier"),
            bars=() if quiet else bars(plan, self._speaker),
            chart_notes=() if quiet else tuple(self._remarks.enough()),
            after=() if quiet else tuple(self._after()),
            legend="" if quiet else say("plan.legend"),
        )

    def _after(self) -> Iterable[Section]:
        plan, speaker = self._plan, self._speaker
        prices = PlanPrices(plan, speaker)
        return self._sections(
            {
                "plan.today": from_today(plan, speaker, self._full),
                "considered": prices.considered(),
                "plan.prices": prices.prices(),
                "plan.left": self._remarks.left(),
                "plan.method": method(plan, speaker) if self._full else (),
            }
        )

    def _sections(self, found: dict[str, Iterable[Said]]) -> Iterable[Section]:
        for name, items in found.items():
            if listed := tuple(items):
                yield Section(self._speaker.say(f"section.{name}"), listed)

    def _row(self, item: Chosen) -> PlanRow:
        speaker = self._speaker
        gain, lost = (speaker.words.number(value * 100, 1) for value in (item.gain_in_order, item.loss_if_dropped))
        return PlanRow(speaker.channel(item.channel), speaker.level(item.level), speaker.hours(item.hours), f"+{gain}", f"−{lost}")
