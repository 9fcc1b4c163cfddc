"""What was supposed: --what-if NAME=VALUE, read as facts are; but each once, and with a value, for nothing supposed would change nothing."""

from collections.abc import Iterator, Sequence

from channelfit.advice.read_brief import read_additions
from channelfit.advice.read_facts import SEVERAL
from channelfit.cli.asked import COMMAND_LINE
from channelfit.cli.option_brief import Given, OptionBrief, placed
from channelfit.cli.session import Session
from channelfit.conditions.model import FactValue
from channelfit.rulebook.model import Rulebook
from channelfit.source.place import Place, Problem, Unusable
from channelfit.source.tree import Scalar

OPTION, SETTING = "--what-if", "what_if"


def supposed(typed: Sequence[str], session: Session, rulebook: Rulebook) -> dict[str, FactValue]:
    """The facts typed, or else those of the configuration. Raises Unusable."""
    several = [fact.id for fact in rulebook.facts if fact.kind in SEVERAL]
    builder = OptionBrief(lambda _: {}, several)
    if typed:
        lines, found = placed({OPTION: typed})
        facts, name = found[OPTION], COMMAND_LINE[session.lang]
    else:
        whole = session.config.document
        facts, name, lines = session.config.items(session.command, SETTING), whole.name if whole else "", whole.lines if whole else ()
    if not facts:
        return {}
    if problems := list(_amiss(facts, several, name, lines)):
        raise Unusable(problems)
    return read_additions(builder.document(name, lines, Given(facts=facts)), rulebook).facts


def _amiss(facts: Sequence[Scalar], several: Sequence[str], name: str, lines: Sequence[str]) -> Iterator[Problem]:
    """A fact without a value, unless it is a list, of which nothing is a value; and a fact supposed twice."""
    seen: set[str] = set()
    for item in facts:
        word, equals, value = item.text.partition("=")
        place = Place(name, item.span, lines[item.span.line - 1])
        if not equals or not (value.strip() or word in several):
            yield Problem("supposed-nothing", place, {"found": word})
        elif word in seen:
            yield Problem("supposed-twice", place, {"found": word})
        seen.add(word)
