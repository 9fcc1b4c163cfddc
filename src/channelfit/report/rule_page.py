"""The page of a rule, of a check, of a stop or of a rule about rules, whichever has the name."""

from channelfit.report.check_page import CheckWords
from channelfit.report.lint_page import lint_fields
from channelfit.report.listing import Page
from channelfit.report.rule import RuleWords, tree_of
from channelfit.report.stop_page import StopWords
from channelfit.rulebook.model import Rulebook
from channelfit.words import Words


def page_of(asked: str, rulebook: Rulebook, words: Words) -> Page | None:
    """Everything about a rule, a check, a stop or a rule about rules, by its name of today or an old one."""
    checklist = rulebook.checklist()
    name = checklist.current(asked)
    rules = {rule.id: rule for rule in rulebook.rules}
    if name in rules:
        return Page(name, RuleWords(rulebook, words).fields(rules[name]), {"schema": "channelfit/rule/1", **tree_of(rules[name])})
    checks = {check.id: check for check in checklist.checks}
    if name in checks:
        return Page(name, CheckWords(rulebook, words).fields(checks[name]), {"schema": "channelfit/check/1", **tree_of(checks[name])})
    stops = {stop.id: stop for stop in rulebook.screening().stops}
    if name in stops:
        return Page(name, StopWords(rulebook, words).fields(stops[name]), {"schema": "channelfit/stop/1", **tree_of(stops[name])})
    lints = {lint.id: lint for lint in checklist.lints}
    if name in lints:
        return Page(name, lint_fields(lints[name], words), {"schema": "channelfit/check/1", **tree_of(lints[name])})
    return None
