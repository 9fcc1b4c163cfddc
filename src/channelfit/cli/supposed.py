"""What was supposed: --what-if NAME=VALUE, read as facts are."""

from collections.abc import Sequence

from channelfit.advice.read_brief import read_additions
from channelfit.advice.read_facts import SEVERAL
from channelfit.cli.asked import COMMAND_LINE
from channelfit.cli.option_brief import Given, OptionBrief, placed
from channelfit.cli.session import Session
from channelfit.conditions.model import FactValue
from channelfit.rulebook.model import Rulebook

OPTION, SETTING = "--what-if", "what_if"


def supposed(typed: Sequence[str], session: Session, rulebook: Rulebook) -> dict[str, FactValue]:
    """The facts typed, or else those of the configuration. Raises Unusable."""
    builder = OptionBrief(lambda _: {}, [fact.id for fact in rulebook.facts if fact.kind in SEVERAL])
    if typed:
        lines, found = placed({OPTION: typed})
        document = builder.document(COMMAND_LINE[session.lang], lines, Given(facts=found[OPTION]))
        return read_additions(document, rulebook).facts
    configured, whole = session.config.items(session.command, SETTING), session.config.document
    if not configured or whole is None:
        return {}
    return read_additions(builder.document(whole.name, whole.lines, Given(facts=configured)), rulebook).facts
