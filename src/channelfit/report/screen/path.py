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
from channelfit.rulebook.screening import PathStep
from channelfit.screen.wild import Wild

SCHEMA = "channelfit/regularisation/1"


def write(found: Wild, speech: Speech, chosen: str) -> str:
    if chosen == "json":
        return msgspec.json.format(msgspec.json.encode(_tree(found, speech)), indent=2).decode() + "\n"
    title = speech.say("path.title", name=found.name, day=speech.words.day(found.found_on))
    sections = (Section(speech.say("path.next"), (Said(next_step(found, speech)),)), Section(speech.say("path.steps"), tuple(_steps(found, speech))))
    if chosen == "markdown":
        return "\n".join([f"# {inert(title)}", *sections_markdown(sections)]) + "\n"
    return render([text(title, "bold"), *section_blocks(sections)], speech.width, speech.colour)


def next_step(found: Wild, speech: Speech) -> str:
    """What the track of undeclared accounts says of this one."""
    steps = (step for step in speech.rulebook.checklist().track if step.id == found.next_step)
    said = next((speech.words.of(step.then) for step in steps), "")
    return said[:1].upper() + said[1:]


def _steps(found: Wild, speech: Speech) -> Iterable[Said]:
    steps = _by_id(speech)
    for due in found.path:
        step = steps[due.step]
        said = {"day": speech.words.day(due.day), "owner": speech.words.of(step.owner), "do": speech.words.of(step.do), "checks": step.checks}
        yield Said(speech.say("path.step", **said), speech.cited(step.sources))


def _tree(found: Wild, speech: Speech) -> dict[str, Any]:
    steps = _by_id(speech)
    return {
        "schema": SCHEMA,
        "account": found.name,
        "found_on": found.found_on.isoformat(),
        "next_step": found.next_step,
        "path": [_due(steps[due.step], due.day.isoformat()) for due in found.path],
        "request": found.answers,
    }


def _due(step: PathStep, day: str) -> dict[str, Any]:
    both = {"owner": {"en": step.owner.en, "fr": step.owner.fr}, "do": {"en": step.do.en, "fr": step.do.fr}}
    return {"step": step.id, "due_on": day, "basis": step.basis, **both, "checks": step.checks}


def _by_id(speech: Speech) -> dict[str, PathStep]:
    return {step.id: step for step in speech.screening.regularisation}
