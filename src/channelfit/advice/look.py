"""Looks round an answer: how sure it is, why not another, what is still worth asking."""

from channelfit.advice.certainty import certainty
from channelfit.advice.engine import Advisor
from channelfit.advice.model import Advice
from channelfit.advice.outlook import Outlook
from channelfit.advice.questions import questions
from channelfit.advice.why_not import why_not


def outlook(advice: Advice, advisor: Advisor) -> Outlook:
    """All that goes with an answer. The advisor is the one that gave it."""
    return Outlook(certainty(advice, advisor.edition), why_not(advice, advisor), questions(advice.brief, advisor))
