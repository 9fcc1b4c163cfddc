"""The path of an account found in the wild: what to do next, who does what by when, and what the audit then looks at."""

from collections.abc import Iterable
from typing import Any

import msgspec

from channelfit.report.advice_markdown import sections_markdown
from channelfit.report.markdown import inert
from channelfit.report.outline import Said, Section
from channelfit.report.screen.speech import Speech
from channelfit.report.section_text import section_blocks
from channelfit.report.table_text import render, text
from channelfit.rulebook.link.names import UNDECLARED
from channelfit.rulebook.screening import PathStep
from channelfit.screen.wild import DECISION, Wild

SCHEMA = "channelfit/regularisation/1"


def write(found: Wild, speech: Speech, chosen: str) -> str:
    if chosen == "json":
        return msgspec.json.format(msgspec.json.encode(_tree(found, speech)), indent=2).decode() + "\n"
    title = _title(found, speech)
    parts = {"next": (Said(next_step(found, speech)),), "steps": tuple(_steps(found, speech))}
    sections = tuple(Section(speech.say(f"path.{name}"), items) for name, items in parts.items() if items)
    if chosen == "markdown":
        return "\n".join([f"# {inert(title)}", *sections_markdown(sections)]) + "\n"
    return render([text(title, "bold"), *section_blocks(sections)], speech.width, speech.colour)


def _title(found: Wild, speech: Speech) -> str:
    if found.found_on is None:
        return speech.say("path.title-undated", name=found.name)
    return speech.say("path.title", name=found.name, day=speech.words.day(found.found_on))


def next_step(found: Wild, speech: Speech) -> str:
    """What was decided and done, else what the track of undeclared accounts says of this one."""
    if found.decision is not None and found.done_on is not None:
        return speech.say("path.done", decision=_decision(found.decision, speech), day=speech.words.day(found.done_on))
    steps = (step for step in speech.rulebook.checklist().track if step.id == found.next_step)
    said = next((speech.words.of(step.then) for step in steps), "")
    return said[:1].upper() + said[1:]


def _decision(name: str, speech: Speech) -> str:
    fields = (field for field in speech.rulebook.checklist().fields if (field.of, field.id) == (UNDECLARED, DECISION))
    labels = {option.id: speech.words.of(option.label) for field in fields for option in field.options}
    return labels.get(name, name)


def _steps(found: Wild, speech: Speech) -> Iterable[Said]:
    """Nothing is left to do of what was done."""
    if found.done_on is not None:
        return
    steps = _by_id(speech)
    for due in found.path:
        step = steps[due.step]
        day = speech.say("path.within", n=step.days) if due.day is None else speech.say("path.by", day=speech.words.day(due.day))
        said = {"day": day, "owner": speech.words.of(step.owner), "do": speech.words.of(step.do), "checks": step.checks}
        yield Said(speech.say("path.step" if step.checks else "path.step-unnoticed", **said), speech.cited(step.sources))


def _tree(found: Wild, speech: Speech) -> dict[str, Any]:
    steps = _by_id(speech)
    return {
        "schema": SCHEMA,
        "account": found.name,
        "found_on": found.found_on and found.found_on.isoformat(),
        "decision": found.decision,
        "done_on": found.done_on and found.done_on.isoformat(),
        "next_step": found.next_step,
        "path": [_due(steps[due.step], None if due.day is None else due.day.isoformat()) for due in found.path],
        "request": found.answers,
    }


def _due(step: PathStep, day: str | None) -> dict[str, Any]:
    both = {"owner": {"en": step.owner.en, "fr": step.owner.fr}, "do": {"en": step.do.en, "fr": step.do.fr}}
    return {"step": step.id, "due_on": day, "basis": step.basis, **both, "checks": step.checks}


def _by_id(speech: Speech) -> dict[str, PathStep]:
    return {step.id: step for step in speech.screening.regularisation}
