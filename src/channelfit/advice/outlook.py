"""What goes with an answer: how sure it is, and what would change it."""

from msgspec import Struct

from channelfit.advice.certainty import Certainty, certainty
from channelfit.advice.engine import Advisor
from channelfit.advice.model import Advice
from channelfit.advice.why_not import WhyNots, why_not


class Outlook(Struct, frozen=True):
    """Each part is None where it was not asked for."""

    certainty: Certainty | None = None
    why_not: WhyNots | None = None


def outlook(advice: Advice, advisor: Advisor) -> Outlook:
    """All that goes with an answer. The advisor is the one that gave it."""
    return Outlook(certainty(advice, advisor.edition), why_not(advice, advisor))
