"""Why a rule or a check did not do what a case expects of it."""

from msgspec.structs import replace

from channelfit.audit.checks import Choice
from channelfit.audit.run import audit
from channelfit.cases.model import Case, Miss
from channelfit.cases.traces import stops
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Rulebook

SILENT, OPEN, ABSENT = "got.silent", "got.not_declared", "got.no-check"


def explained(miss: Miss, case: Case, rulebook: Rulebook) -> Miss:
    """The miss with what disabled the rule, what keeps it from holding, or what would have to be declared."""
    name = next(iter(miss.rules), "")
    disabled = next((change for change in rulebook.changes if change.id == name and change.how == "disabled"), None)
    if disabled is not None and miss.got in (SILENT, ABSENT):
        return replace(miss, got="got.disabled", params={"rule": name, "origin": disabled.origin})
    if miss.got == SILENT and case.brief is not None:
        lines = _stopped(name, case, rulebook)
        return replace(miss, got="got.stopped", params={"rule": name, "lines": lines}) if lines else miss
    if miss.got == OPEN:
        return replace(miss, params={**miss.params, "fields": _open(name, case, rulebook)})
    return miss


def _stopped(name: str, case: Case, rulebook: Rulebook) -> tuple[str, ...]:
    """The lines that keep a rule from holding, where fewest do."""
    rule = next((rule for rule in rulebook.rules if rule.id == name), None)
    if rule is None or case.brief is None:
        return ()
    return min(stops(rule, case.brief, Edition(rulebook, case.day, case.brief.country)), key=len)


def _open(name: str, case: Case, rulebook: Rulebook) -> tuple[str, ...]:
    """The fields that a check waits for."""
    return tuple(wanted.field for wanted in audit(case.sources, rulebook, case.day, Choice(select=(name,))).wanted)
