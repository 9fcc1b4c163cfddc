"""The parameters of plans."""

from channelfit.rulebook.documents.file import PlanPart
from channelfit.rulebook.model import PlanLevel, PlanMethod


def plan_method(part: PlanPart) -> PlanMethod:
    named = {name: getattr(part.levels, name) for name in type(part.levels).model_fields}
    ordered = sorted(named.items(), key=lambda item: item[1].hours)
    return PlanMethod({name: PlanLevel(level.hours, level.effect) for name, level in ordered}, part.enough, part.beyond, part.running)
