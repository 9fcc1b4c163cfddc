"""channelfit rules: the rulebook itself, rule by rule and check by check."""

from typing import TYPE_CHECKING, Annotated

import typer

from channelfit.cli import complete, options
from channelfit.cli.commands import SETTINGS, Command, Shelf
from channelfit.cli.rules_check import check_rules
from channelfit.cli.session import Common, Session
from channelfit.report.formats import FORMATS

if TYPE_CHECKING:
    from channelfit.report.listing import Page
    from channelfit.rulebook.model import Rulebook
    from channelfit.words import Words

NAME = "rules"
RULE_COLUMNS = ("rule.id", "rule.effect", "rule.family", "rule.because")
CHECK_COLUMNS = ("audit.check", "check.severity", "rule.family", "check.finds")

app = typer.Typer(name=NAME, cls=Shelf, help="command.rules", add_completion=False, context_settings=SETTINGS)


@app.command("list", help="command.rules.list", cls=Command, context_settings=SETTINGS)
def list_rules(
    format_: options.Format = None,
    output: options.Output = None,
    lang: options.Lang = None,
    as_of: options.AsOf = None,
    rules: options.Rules = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    no_input: options.NoInput = False,
    version: options.Version = False,
) -> None:
    session, rulebook = _open(Common(format_, output, lang, as_of, quiet, verbose, no_input, rules or ()))
    session.write(_listed(rulebook, session, session.format(FORMATS)))


app.command("check", help="command.rules.check", cls=Command, context_settings=SETTINGS)(check_rules)


@app.command("show", help="command.rules.show", cls=Command, context_settings=SETTINGS)
def show_rule(
    rule: Annotated[str, typer.Argument(help="rules.rule", metavar="ID", autocompletion=complete.rules)],
    format_: options.Format = None,
    output: options.Output = None,
    lang: options.Lang = None,
    as_of: options.AsOf = None,
    rules: options.Rules = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    no_input: options.NoInput = False,
    version: options.Version = False,
) -> None:
    from channelfit.report.listing import page_text

    session, rulebook = _open(Common(format_, output, lang, as_of, quiet, verbose, no_input, rules or ()))
    page = _page(rule, rulebook, session.words)
    session.write(page_text(page, session.format(FORMATS), session.environment.width, session.colour))


def _listed(rulebook: "Rulebook", session: Session, chosen: str) -> str:
    """The rules, then the checks; as JSON they are one."""
    from channelfit.audit.checks import Choice, chosen_checks
    from channelfit.report.listing import Listing, listing_text
    from channelfit.report.rule import kind_of, tree_of
    from channelfit.rulebook.edition import in_force

    day, say, lang = session.as_of(), session.words.say, session.lang
    rules = [rule for rule in rulebook.rules if in_force(rule, day)]
    checks = chosen_checks(rulebook.checklist().checks, day, Choice())
    rows = [(rule.id, say(f"effect-word.{kind_of(rule)}"), rule.family, rule.because.in_(lang)) for rule in rules]
    more = [(check.id, say(f"severity.{check.severity}"), check.family, check.title.in_(lang)) for check in checks]
    both = {"rules": [tree_of(rule) for rule in rules], "checks": [tree_of(check) for check in checks]}
    tree = {"schema": "channelfit/rules/1", "as_of": day.isoformat(), **both}
    listings = [
        Listing([say(name) for name in headings], listed, tree, say("colon"))
        for headings, listed in ((RULE_COLUMNS, rows), (CHECK_COLUMNS, more))
        if listed
    ]
    shown = listings[:1] if chosen == "json" else listings
    return "\n".join(listing_text(listing, chosen, session.environment.width, session.colour) for listing in shown)


def _page(asked: str, rulebook: "Rulebook", words: "Words") -> "Page":
    """Everything about a rule, a check or a rule about rules. Raises Unusable for a name that none has."""
    from channelfit.report.check_page import CheckWords
    from channelfit.report.lint_page import lint_fields
    from channelfit.report.listing import Page
    from channelfit.report.rule import RuleWords, tree_of
    from channelfit.source.nearest import nearest
    from channelfit.source.place import Problem, Unusable

    checklist = rulebook.checklist()
    name = checklist.current(asked)
    rules = {rule.id: rule for rule in rulebook.rules}
    if name in rules:
        return Page(name, RuleWords(rulebook, words).fields(rules[name]), {"schema": "channelfit/rule/1", **tree_of(rules[name])})
    checks = {check.id: check for check in checklist.checks}
    if name in checks:
        return Page(name, CheckWords(rulebook, words).fields(checks[name]), {"schema": "channelfit/check/1", **tree_of(checks[name])})
    lints = {lint.id: lint for lint in checklist.lints}
    if name in lints:
        return Page(name, lint_fields(lints[name], words), {"schema": "channelfit/check/1", **tree_of(lints[name])})
    raise Unusable([Problem("unknown-rule", params={"found": name, "nearest": nearest(name, (*rules, *checks, *lints))})])


def _open(common: Common) -> "tuple[Session, Rulebook]":
    from channelfit.cli.environment import read_environment

    session = Session(NAME, common, read_environment())
    return session, session.rulebook()
