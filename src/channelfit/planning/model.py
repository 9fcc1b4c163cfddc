"""A plan, with all it rests on. Ids and numbers only: prose is rendered last. Hours are hours a week."""

from typing import Literal, TypeAlias

from msgspec import Struct

from channelfit.advice.model import Advice
from channelfit.method.plan_steps import Kind as Doing

Status: TypeAlias = Literal["optimal", "bounded", "infeasible"]
PriceOf: TypeAlias = Literal["require", "exclude", "minimum", "veto", "consider"]


class Running(Struct, frozen=True):
    """A channel that is run today: by which accounts, and with how many hours, None where none of them says."""

    channel: str
    accounts: tuple[str, ...]
    hours: float | None = None


class Wishes(Struct, frozen=True):
    """What a plan has to keep to. `least` is the share of an audience to be reached at least, by audience."""

    hours: float
    require: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    least: dict[str, float] = {}
    running: tuple[Running, ...] = ()


class Duty(Struct, frozen=True):
    """What must be part of a plan: one at least of these channels, best ranked first. Without rules it is the reader who asks for it."""

    channels: tuple[str, ...]
    rules: tuple[str, ...] = ()


class Chosen(Struct, frozen=True):
    """A channel of the plan. The gains in order add up to the objective; a loss is what the plan loses without it."""

    channel: str
    level: str
    hours: float
    gain_in_order: float
    loss_if_dropped: float


class Point(Struct, frozen=True):
    """The best plan for so many hours. `gain` is what the last hour adds; `gap` how much better a plan might be at most.

    `unpaid` tells that those hours do not pay for all that is asked: it is the best plan without what `Plan.unpaid` and `unmet` name.
    """

    hours: float
    objective: float
    gain: float
    levels: dict[str, str]
    gap: float
    unpaid: bool = False


class Reach(Struct, frozen=True):
    """The share of an audience that the plan reaches at least once, and between which bounds whatever the overlap."""

    audience: str
    estimate: float
    low: float
    high: float


class Unmet(Struct, frozen=True):
    """A minimum that is not kept: the most that can be had, and by which levels. `alone`: it could be, without the others.

    `proven` tells whether the search ended: otherwise there may be a plan that keeps it.
    """

    audience: str
    least: float
    reach: float
    levels: dict[str, str]
    proven: bool

    @property
    def alone(self) -> bool:
        return self.reach >= self.least


class Today(Struct, frozen=True):
    """A channel run today. `declared` tells whether its hours are its accounts' own.

    `level` is the highest that its hours pay; None where they pay for none (then `least` is what the lowest takes), and where it
    has no place in a plan (then `least` is None).
    """

    channel: str
    accounts: tuple[str, ...]
    level: str | None
    hours: float
    declared: bool
    least: float | None = None


class Step(Struct, frozen=True):
    """One change from today. `short` is how far the result stays below the best plan, 0 where it does not; `fits` whether there are the hours."""

    do: Doing
    channel: str
    level: str | None
    into: str | None
    gain: float
    hours: float
    short: float
    fits: bool


class Price(Struct, frozen=True):
    """What a wish or a duty costs. `objective` is that of the plan the other way; None where there is no such plan.

    `name` is the channel, the audience or the rule; `one_of` the channels of a duty that leaves a choice. `hours` is the price in
    hours, as far as the frontier shows it; `margin` how uncertain the loss is where a plan was not proven best.
    """

    of: PriceOf
    name: str
    loss: float | None
    objective: float | None
    hours: float | None
    margin: float = 0.0
    one_of: tuple[str, ...] = ()


class Cell(Struct, frozen=True):
    """One goal, audience and age band: its weight, and what each channel at each level serves of it."""

    goal: str
    audience: str
    stratum: str
    weight: float
    effect: dict[str, dict[str, float]]


class Group(Struct, frozen=True):
    """One audience and age band: the part it is of the audience, and the share of it that each channel at each level reaches."""

    audience: str
    stratum: str
    part: float
    reach: dict[str, dict[str, float]]


class Plan(Struct, frozen=True):
    """The best set of channels for the hours.

    Where wishes or duties cannot be kept it is the best plan without those: `unmet` and `unpaid` name them, and `duty_hours` is
    what duties take at least. `duties` are kept; `broken` are those of which the reader excludes every channel. `enough` are the
    first hours to which one more adds less than it is worth, `lasting` those after which no longer stretch in sight is worth it
    either. `unhoured` are channels whose hours nobody states.
    """

    advice: Advice
    wishes: Wishes
    status: Status
    hours: float
    objective: float
    gap: float
    channels: tuple[Chosen, ...]
    frontier: tuple[Point, ...]
    enough: float | None
    lasting: float | None
    reach: tuple[Reach, ...]
    duties: tuple[Duty, ...]
    unmet: tuple[Unmet, ...]
    unpaid: tuple[Duty, ...]
    broken: tuple[Duty, ...]
    unhoured: tuple[str, ...]
    duty_hours: float
    today: tuple[Today, ...]
    today_objective: float
    steps: tuple[Step, ...]
    prices: tuple[Price, ...]
    cells: tuple[Cell, ...]
    groups: tuple[Group, ...]
    costs: dict[str, dict[str, float]]

    @property
    def required(self) -> tuple[str, ...]:
        """The channels that must be in it, and are, without a choice."""
        return tuple(duty.channels[0] for duty in self.duties if len(duty.channels) == 1)

    @property
    def whole(self) -> float | None:
        """The first hours that pay for all that is asked, where the frontier begins with fewer."""
        if not self.frontier or not self.frontier[0].unpaid:
            return None
        return next((point.hours for point in self.frontier if not point.unpaid), None)

    @property
    def used(self) -> float:
        """The hours that its channels take."""
        return sum(item.hours for item in self.channels)
