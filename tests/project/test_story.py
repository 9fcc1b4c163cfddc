"""The story in examples/, from the first command of its README to the last; each file of it goes on from the one before."""

from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from tests.conftest import Run
from tests.project.story import STORY, before, told, with_counts, written


class Step(NamedTuple):
    """What a command leaves with, and the line of its answer that the story turns on, in either language."""

    status: int
    en: str
    fr: str


FOUND = Step(1, "[observed-account-undeclared]", "[observed-account-undeclared]")
BEGUN = Step(0, "Pour le 13 mai 2026, la communication et le chef du service", "Pour le 13 mai 2026, la communication et le chef du service")
SCREENED = Step(0, "ESSAYER. Quatre mois par le compte principal", "ESSAYER. Quatre mois par le compte principal")
DESIGNED = Step(0, "Étape 2, la fin prévue, après les 64 premiers comptés", "Étape 2, la fin prévue, après les 64 premiers comptés")
REVIEWED = Step(0, "Adopt: “Facebook group” did what was asked of it.", "Adopter : « groupe Facebook » a fait ce qu’on lui demandait.")
DECIDED = Step(0, "The decision holds.", "La décision tient.")
IN_ORDER = Step(0, "Nothing to mend, and nothing left open.", "Rien à corriger, et rien qui reste ouvert.")
REGISTERED = Step(0, "1 received; median time to an answer: 3 days.", "Reçues : 1 ; délai médian de réponse : 3 jours.")
STEPS = (FOUND, BEGUN, SCREENED, DESIGNED, REVIEWED, DECIDED, IN_ORDER, REGISTERED)


def text(name: str) -> str:
    return (STORY / name).read_text(encoding="utf-8")


def tree(name: str) -> dict[str, Any]:
    """What a file says; dates stay text."""
    found = yaml.load(text(name), yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


def without(found: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in found.items() if key not in keys}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_story_is_what_happens_from_the_first_command_to_the_last(lang: str, call: Run, tmp_path: Path) -> None:
    folder = before(tmp_path / "story")
    for command, step in zip(told()[0], STEPS, strict=True):
        done = call(*command, cwd=folder, CHANNELFIT_LANG=lang)
        assert (done.returncode, done.stderr) == (step.status, ""), command
        assert getattr(step, lang) in " ".join(done.stdout.split()), command
    assert {name: (folder / name).read_text(encoding="utf-8") for name in written()} == {name: text(name) for name in written()}, (
        "to mend it: python -m tests.project.refresh"
    )


def test_either_language_tells_it_by_the_same_commands() -> None:
    english, french = told()
    assert english == french


def test_every_file_is_one_that_the_story_uses() -> None:
    named = {word for command in told()[0] for word in command}
    assert {path.name for path in STORY.iterdir()} - named == {"README.md"}


def test_the_account_that_was_seen_is_all_that_was_added() -> None:
    first, found = tree("presence-before.yaml"), tree("presence-found.yaml")
    assert without(first, "undeclared") == without(found, "undeclared")
    assert [item["url"] for item in found["undeclared"]] == [text("observed.txt").splitlines()[-1]]


def test_the_request_goes_on_from_what_was_known() -> None:
    begun, request = tree("request-begun.yaml"), tree("request.yaml")
    assert begun["organisation"] == request["organisation"]
    assert begun["request"].items() <= request["request"].items()
    assert len(request["request"]) > len(begun["request"])


def test_the_pilot_is_the_design_with_its_counts() -> None:
    assert text("pilot.yaml") == with_counts(text("pilot-designed.yaml"), text("pilot.yaml"))


def test_the_decision_is_the_brief_of_the_pilot_and_a_day() -> None:
    decided = tree("brief-decided.yaml")
    assert without(decided, "decided") == tree("brief.yaml")
    assert decided["decided"]["channels"] == [tree("pilot.yaml")["arms"][0]]


def test_what_was_found_is_an_account_with_its_request_in_the_register() -> None:
    found, after = tree("presence-found.yaml"), tree("presence-after.yaml")
    (wild,), (closed,), (asked,) = found["undeclared"], after["undeclared"], after["requests"]
    adopted = {account["id"]: account for account in after["accounts"]}[asked["account"]]
    assert without(wild, "last_post_on").items() <= closed.items()
    assert (closed["decision"], closed["done_on"]) == ("adopt", tree("brief-decided.yaml")["decided"]["on"])
    assert (adopted["url"], adopted["channel"]) == (wild["url"], asked["platform"])
    assert asked["decision_on"] == tree("request.yaml")["request"]["decision_on"]
