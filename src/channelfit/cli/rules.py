"""channelfit rules: the rulebook itself, rule by rule."""

from typing import TYPE_CHECKING, Annotated

import typer

from channelfit.cli import complete, options
from channelfit.cli.commands import SETTINGS, Command, Shelf
from channelfit.cli.session import Common, Session
from channelfit.report.formats import FORMATS

if TYPE_CHECKING:
    from channelfit.rulebook.model import Rulebook

NAME = "rules"

app = typer.Typer(name=NAME, cls=Shelf, help="command.rules", add_completion=False, context_settings=SETTINGS)


@app.command("list", help="command.rules.list", cls=Command, context_settings=SETTINGS)
def list_rules(
    format_: options.Format = None,
    output: options.Output = None,
    lang: options.Lang = None,
    as_of: options.AsOf = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    no_input: options.NoInput = False,
    version: options.Version = False,
) -> None:
    from channelfit.report.listing import Listing, listing_text
    from channelfit.report.rule import kind_of, rule_tree
    from channelfit.rulebook.edition import in_force

    session, rulebook = _open(Common(format_, output, lang, as_of, quiet, verbose, no_input))
    day, words = session.as_of(), session.words
    in_force_rules = [rule for rule in rulebook.rules if in_force(rule, day)]
    rows = [(rule.id, words.say(f"effect-word.{kind_of(rule)}"), rule.family, rule.because.in_(session.lang)) for rule in in_force_rules]
    headings = [words.say(f"rule.{key}") for key in ("id", "effect", "family", "because")]
    tree = {"schema": "channelfit/rules/1", "as_of": day.isoformat(), "rules": [rule_tree(rule) for rule in in_force_rules]}
    session.write(
        listing_text(Listing(headings, rows, tree, session.words.say("colon")), session.format(FORMATS), session.environment.width, session.colour)
    )


@app.command("show", help="command.rules.show", cls=Command, context_settings=SETTINGS)
def show_rule(
    rule: Annotated[str, typer.Argument(help="rules.rule", metavar="ID", autocompletion=complete.rules)],
    format_: options.Format = None,
    output: options.Output = None,
    lang: options.Lang = None,
    as_of: options.AsOf = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    no_input: options.NoInput = False,
    version: options.Version = False,
) -> None:
    from channelfit.report.listing import Page, page_text
    from channelfit.report.rule import RuleWords, rule_tree
    from channelfit.source.nearest import nearest
    from channelfit.source.place import Problem, Unusable

    session, rulebook = _open(Common(format_, output, lang, as_of, quiet, verbose, no_input))
    known = {known.id: known for known in rulebook.rules}
    if rule not in known:
        raise Unusable([Problem("unknown-rule", params={"found": rule, "nearest": nearest(rule, known)})])
    tree = {"schema": "channelfit/rule/1", **rule_tree(known[rule])}
    page = Page(rule, RuleWords(rulebook, session.words).fields(known[rule]), tree)
    session.write(page_text(page, session.format(FORMATS), session.environment.width, session.colour))


def _open(common: Common) -> "tuple[Session, Rulebook]":
    from channelfit.cli.environment import read_environment

    session = Session(NAME, common, read_environment())
    return session, session.rulebook()
