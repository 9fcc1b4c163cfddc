"""Every check fires in one case, passes in another, and is left open by a third."""

import pytest

from channelfit.conditions.holds import subjects
from channelfit.rulebook.checks import Check, Field
from channelfit.rulebook.link.names import LIMIT
from tests.built_in import built_in
from tests.knowledge.built_in import cases


@pytest.mark.parametrize("outcome", ["finding", "no_finding", "not_declared"])
def test_every_check_has_a_case_of_each_outcome(outcome: str) -> None:
    shown = {check for case in cases() for line in case.expect if line.kind == outcome for check in line.names}
    wanted = {check.id for check in built_in().checklist().checks if outcome != "not_declared" or can_be_left_open(check)}
    assert wanted - shown == set()


def can_be_left_open(check: Check) -> bool:
    """Not where all that a check reads is settled even when left out: exceptions speak of nothing but themselves."""
    return any(name not in SETTLED for name in subjects(check.when) if name != LIMIT)


def settled() -> set[str]:
    checklist = built_in().checklist()
    sure = {"exception": "item.", "account": "", "undeclared": "", "channel": "channel.", "file": ""}
    named = {of: {field.id for field in checklist.fields if field.of == of and is_sure(field)} for of in sure}
    named["exception"] |= {fact.id for fact in checklist.derived if fact.of == "exception" and named["exception"].issuperset(fact.operands)}
    return {f"{prefix}{name}" for of, prefix in sure.items() for name in named[of]}


def is_sure(field: Field) -> bool:
    """Whether a field has a value even where nobody wrote it: by default, as absent, or from the sheet that every channel has."""
    return field.default is not None or field.left_out_is_absent or (field.computed and field.of not in ("account", "file"))


SETTLED = settled()
