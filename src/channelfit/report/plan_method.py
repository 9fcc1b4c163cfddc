"""How a plan was found, in words: for whoever wants to know, or to check."""

from collections.abc import Iterator

from channelfit.planning.model import Plan
from channelfit.report.outline import Said
from channelfit.report.plan_words import PlanSpeaker


def method(plan: Plan, speaker: PlanSpeaker) -> Iterator[Said]:
    levels = speaker.edition.rulebook.method.plan.levels
    named = [
        speaker.say("plan.method.level", level=speaker.level(name), hours=_times(level.hours, speaker), effect=speaker.words.percent(level.effect))
        for name, level in levels.items()
    ]
    yield Said(speaker.say("plan.method.objective", cells=len(plan.cells)))
    yield Said(speaker.say("plan.method.levels", levels=speaker.words.listed(named)))
    yield Said(speaker.say("plan.method.independence"))
    yield Said(speaker.say("plan.method.networks"))
    yield Said(speaker.say("plan.method.search", gap=speaker.points(plan.gap)))
    yield Said(speaker.say("plan.method.enough", worth=speaker.points(speaker.edition.rulebook.method.plan.enough)))
    yield Said(speaker.say("plan.method.trust"))


def _times(hours: float, speaker: PlanSpeaker) -> str:
    return speaker.words.number(hours, 0 if hours == int(hours) else 1)
