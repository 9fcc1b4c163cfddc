"""A no in words is a no, a put-off answer is none; what only begins like one stays an answer."""

import pytest

from tests.conftest import Run
from tests.screen.requests import changed
from tests.screen.test_command import answer

STOPPED = {
    "hierarchy_approval": ("Non, mon chef refuse", "hierarchy-said-no"),
    "generic_mailbox": ("aucune", "no-generic-mailbox"),
    "time_approved_by": ("Personne.", "time-not-agreed"),
    "charter_accepted": ("Refusée par le service", "charter-refused"),
    "kpi": ("none", "no-indicator"),
}
FREE = (
    "expected_change", "why_not_existing", "backup", "successor_role", "crisis_contact", "privacy_assessment", "archive_method",
    "existing_channels_considered", "moderators", "manager", "unit",
)  # fmt: skip
PUT_OFF = ["à définir", "TBD", "N/A", "?", "pas encore", "not yet", "à définir (en juin)", "…"]
MEANT = [
    ("backup", "Personnel d’astreinte"),
    ("crisis_contact", "Noémie, cabinet"),
    ("why_not_existing", "Aucun des canaux existants ne parle aux parents d’élèves."),
    ("need_evidence", "No complaint in 2025, 48 questions in 2026"),
]


@pytest.mark.parametrize("field", STOPPED)
def test_a_no_in_words_meets_the_stop_for_a_no(field: str, call: Run) -> None:
    said, stop = STOPPED[field]
    found = answer(call, changed(**{field: f'"{said}"'}))
    assert ([item["rule"] for item in found["stops"]], found["missing"]) == ([stop], [])  # type: ignore[attr-defined]


@pytest.mark.parametrize("field", FREE)
def test_a_no_where_something_was_to_be_named_is_missing(field: str, call: Run) -> None:
    found = answer(call, changed(**{field: "non"}))
    assert (found["outcome"], found["missing"]) == ("defer", [f"request.{field}"])


@pytest.mark.parametrize("said", PUT_OFF)
@pytest.mark.parametrize("field", ["hierarchy_approval", "generic_mailbox", "moderators"])
def test_an_answer_put_off_is_missing(field: str, said: str, call: Run) -> None:
    found = answer(call, changed(**{field: f'"{said}"'}))
    assert (found["outcome"], found["missing"]) == ("defer", [f"request.{field}"])


@pytest.mark.parametrize(("field", "said"), MEANT)
def test_what_only_begins_like_a_no_is_an_answer(field: str, said: str, call: Run) -> None:
    assert answer(call, changed(**{field: said}))["outcome"] == "open"
