"""The next step with an account found in the wild: an ordered protocol, the one place where the first match wins."""

from channelfit.audit.derive.context import Context
from channelfit.conditions.holds import Facts, holds
from channelfit.conditions.model import Known
from channelfit.rulebook.checks import Derived


def next_step(_derived: Derived, facts: Facts, context: Context) -> Known | None:
    """The id of the first step that holds; before a step that may hold or not comes the one that finds out."""
    understand = next((step.id for step in context.track if step.understand), None)
    for step in context.track:
        if step.understand:
            continue
        due = holds(step.when, facts)
        if due is None:
            return understand
        if due:
            return step.id
    return understand
