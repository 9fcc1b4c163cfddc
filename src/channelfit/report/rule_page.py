"""The page of a rule or of a check, whichever has the name."""

from channelfit.report.check_page import CheckWords
from channelfit.report.listing import Page
from channelfit.report.rule import RuleWords, tree_of
from channelfit.rulebook.model import Rulebook
from channelfit.words import Words


def page_of(name: str, rulebook: Rulebook, words: Words) -> Page | None:
    rules = {rule.id: rule for rule in rulebook.rules}
    if name in rules:
        return Page(name, RuleWords(rulebook, words).fields(rules[name]), {"schema": "channelfit/rule/1", **tree_of(rules[name])})
    checks = {check.id: check for check in rulebook.checklist().checks}
    if name in checks:
        return Page(name, CheckWords(rulebook, words).fields(checks[name]), {"schema": "channelfit/check/1", **tree_of(checks[name])})
    return None
