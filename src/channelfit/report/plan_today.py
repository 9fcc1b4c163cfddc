"""From today's accounts to the plan: what they are worth, what to do first, and all that the plan would change."""

from collections.abc import Iterable, Iterator

from channelfit.planning.model import Plan, Step
from channelfit.report.outline import FOR, Said
from channelfit.report.plan_words import PlanSpeaker

STEPS = 5


def from_today(plan: Plan, speaker: PlanSpeaker, full: bool) -> Iterator[Said]:
    if not plan.wishes.running:
        return
    hours = sum(item.hours for item in plan.today)
    yield Said(
        speaker.say(
            "plan.now", points=speaker.whole_points(plan.today_objective), hours=speaker.hours(hours), best=speaker.whole_points(plan.objective)
        )
    )
    over = hours > plan.hours
    if over:
        yield Said(speaker.say("plan.now-over", hours=speaker.hours(hours - plan.hours)))
    yield from _assumed(plan, speaker)
    found = list(_worthwhile(plan.steps, over, full))
    yield from (Said(_step(step, speaker), sign=FOR if step.gain > 0 else "•") for step in found)
    if not found:
        yield Said(speaker.say("plan.no-step"))
    yield from _changes(plan, speaker)


def _assumed(plan: Plan, speaker: PlanSpeaker) -> Iterator[Said]:
    """Channels whose hours nobody declared, and those whose hours do not pay for the lowest level."""
    undeclared = [item.channel for item in plan.today if item.level is not None and not item.declared]
    if undeclared:
        yield Said(speaker.say("plan.undeclared", channels=speaker.channels(undeclared)))
    for item in plan.today:
        if item.least is not None:
            hours, least = speaker.hours(item.hours), speaker.hours(item.least)
            yield Said(speaker.say("plan.unserved", channel=speaker.channel(item.channel), hours=hours, least=least))


def _worthwhile(steps: Iterable[Step], over: bool, full: bool) -> Iterator[Step]:
    """The best of each kind of step on a channel: what gains, or frees hours at no loss; where hours are missing, whatever frees some."""
    if over:
        steps = sorted(steps, key=lambda step: (-step.gain, step.hours))
    seen: set[tuple[str, str, str | None]] = set()
    for step in steps:
        key = (step.do, step.channel, step.into)
        gains = step.gain > 0 or (step.hours < 0 and (over or step.gain == 0))
        if (step.fits or (over and step.hours < 0)) and gains and key not in seen and (full or len(seen) < STEPS):
            seen.add(key)
            yield step


def _step(step: Step, speaker: PlanSpeaker) -> str:
    level = speaker.level(step.level) if step.level is not None else ""
    into = speaker.channel(step.into) if step.into is not None else ""
    what = speaker.say(f"plan.do.{step.do}", channel=speaker.channel(step.channel), into=into, level=level)
    if step.gain == 0:
        return speaker.say("plan.step-outside", what=what, hours=speaker.more_hours(step.hours))
    if step.gain < 0:
        return speaker.say("plan.step-frees", what=what, hours=speaker.more_hours(step.hours), loss=speaker.points(-step.gain))
    away = speaker.say("plan.away", points=speaker.points(step.short)) if step.short > 0 else ""
    return speaker.say("plan.step", what=what, gain=speaker.points(step.gain), hours=speaker.more_hours(step.hours), away=away)


def _changes(plan: Plan, speaker: PlanSpeaker) -> Iterator[Said]:
    """All that lies between today and the plan; what closes beside a surface of its network that stays is merged into it."""
    then = {item.channel: item.level for item in plan.channels}
    before = {item.channel: item.level for item in plan.today}
    gone = [name for name in before if name not in then]
    merged = {name: into for name in gone if (into := beside(name, then, speaker)) is not None}
    parts = [speaker.say("plan.change.merge", channel=speaker.channel(name), into=speaker.channel(into)) for name, into in merged.items()]
    if closed := [name for name in gone if name not in merged]:
        parts.append(speaker.say("plan.change.close", channels=speaker.channels(closed)))
    for how, changed in (
        ("open", then.keys() - before.keys()),
        ("change", {name for name in then.keys() & before.keys() if then[name] != before[name]}),
    ):
        if changed:
            levels = {name: level for name, level in then.items() if name in changed}
            parts.append(speaker.say(f"plan.change.{how}", channels=speaker.at_levels(levels)))
    if kept := [name for name in then if before.get(name) == then[name]]:
        parts.append(speaker.say("plan.change.keep", channels=speaker.channels(kept)))
    if parts:
        yield Said(speaker.say("plan.changes", parts=speaker.say("plan.change.and").join(parts)))


def beside(channel: str, kept: Iterable[str], speaker: PlanSpeaker) -> str | None:
    """The surface of the same network that stays, if there is one."""
    sheets = speaker.edition.sheets
    network = sheets[channel].network if channel in sheets else None
    return next((name for name in kept if network is not None and sheets[name].network == network), None)
