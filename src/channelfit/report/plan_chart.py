"""The frontier as bars: what the best plan is worth for so many hours, and what the last hour added."""

from collections.abc import Iterable

from msgspec import Struct

from channelfit.planning.model import Plan, Point
from channelfit.report.plan_words import POINTS, PlanSpeaker

ROWS = 12  # bars a room can read


class Bar(Struct, frozen=True):
    """`part` is the length of the bar, 0 to 1; `note` says where the reader stands."""

    hours: str
    part: float
    points: str
    gain: str
    note: str


def bars(plan: Plan, speaker: PlanSpeaker) -> tuple[Bar, ...]:
    shown = list(_shown(plan))
    longest = max((point.objective for point in shown), default=0.0) or 1.0
    return tuple(_bar(point, point.objective / longest, plan, speaker) for point in shown)


def _shown(plan: Plan) -> Iterable[Point]:
    """Every so many whole hours, and where the reader stands, where an hour more stops paying and where it is enough."""
    marks = {hours for hours in (plan.hours, plan.enough, plan.lasting, plan.whole) if hours is not None}
    last = max((mark for mark in marks if any(point.hours == mark for point in plan.frontier)), default=0.0) + 2
    inside = [point for point in plan.frontier if point.hours <= last]
    stride = max(1, -(-int(last) // ROWS))
    return (point for point in inside if point.hours in marks or point.hours % stride == 0)


def _bar(point: Point, part: float, plan: Plan, speaker: PlanSpeaker) -> Bar:
    pause = plan.enough if plan.enough != plan.lasting else None
    notes = {
        "plan.mark.here": plan.hours == point.hours,
        "plan.mark.pause": pause == point.hours,
        "plan.mark.enough": plan.lasting == point.hours,
        "plan.mark.unpaid": point.unpaid,
    }
    note = speaker.say("plan.mark.and").join(speaker.say(message) for message, true in notes.items() if true)
    gain = speaker.words.number(abs(point.gain) * POINTS, 1)
    sign = "+" if point.gain >= 0 else "−"
    return Bar(speaker.hours(point.hours), part, speaker.whole_points(point.objective), f"{sign}{gain}", f"← {note}" if note else "")
