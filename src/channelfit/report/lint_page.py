"""A rule about rules as its own documentation."""

from channelfit.report.check_page import OPEN
from channelfit.report.rule import Fields
from channelfit.rulebook.checks import PLACEHOLDER, Lint
from channelfit.rulebook.text import Language, Text
from channelfit.words import Words


def lint_fields(lint: Lint, words: Words) -> Fields:
    """Names and texts, in the order in which somebody asks."""
    return [
        (words.say("check.finds"), lint.title.in_(words.lang)),
        (words.say("check.says"), _open(lint.message, words.lang)),
        (words.say("rule.because"), lint.because.in_(words.lang)),
        (words.say("check.fix"), _open(lint.fix, words.lang)),
        (words.say("check.scope"), words.say(f"scope.{lint.scope}")),
        (words.say("check.severity"), words.say(f"severity.{lint.severity}")),
        (words.say("rule.family"), lint.family),
    ]


def _open(text: Text, lang: Language) -> str:
    return PLACEHOLDER.sub(OPEN, text.in_(lang))
