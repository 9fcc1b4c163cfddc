"""channelfit rules: the rulebook itself, rule by rule and check by check."""

from typing import TYPE_CHECKING, Annotated

import typer

from channelfit.cli import complete, options, rules_test
from channelfit.cli.commands import SETTINGS, Command, Shelf
from channelfit.cli.rules_changes import changes
from channelfit.cli.rules_check import check_rules
from channelfit.cli.session import Common, Session
from channelfit.cli.shared import shared
from channelfit.report.formats import FORMATS

if TYPE_CHECKING:
    from channelfit.report.listing import Page
    from channelfit.rulebook.model import Rulebook

NAME = "rules"
RULE_COLUMNS = ("rule.id", "rule.effect", "rule.family", "rule.because")
CHECK_COLUMNS = ("audit.check", "check.severity", "rule.family", "check.finds")

app = typer.Typer(name=NAME, cls=Shelf, help="command.rules", add_completion=False, context_settings=SETTINGS)

app.command("test", help="command.rules.test", cls=rules_test.CasesCommand, context_settings=SETTINGS)(rules_test.try_cases)


@app.command("list", help="command.rules.list", cls=Command, context_settings=SETTINGS)
@shared(options.Format)
def list_rules(
    origin: Annotated[bool, typer.Option("--origin", help="rules.origin")] = False,
    *,
    common: Common,
) -> None:
    session, rulebook = _open(common)
    if origin or session.config.switch(NAME, "origin"):
        from channelfit.report.origins import origins_text

        session.write(origins_text(rulebook, session.words, session.format(FORMATS), session.environment.width, session.colour))
        return
    session.write(_listed(rulebook, session, session.format(FORMATS)))


app.command("check", help="command.rules.check", cls=Command, context_settings=SETTINGS)(check_rules)


@app.command("show", help="command.rules.show", cls=Command, context_settings=SETTINGS)
@shared(options.Format)
def show_rule(
    rule: Annotated[str, typer.Argument(help="rules.rule", metavar="ID", autocompletion=complete.rules)],
    *,
    common: Common,
) -> None:
    from channelfit.report.listing import page_text

    session, rulebook = _open(common)
    page = _with_examples(_page(rule, rulebook, session), session)
    session.write(page_text(page, session.format(FORMATS), session.environment.width, session.colour))


app.command("changes", help="command.rules.changes", cls=Command, context_settings=SETTINGS)(changes)


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


def _page(name: str, rulebook: "Rulebook", session: Session) -> "Page":
    """Everything about a rule or a check, with what the overlays say of it. Raises Unusable for a name that neither has."""
    from channelfit.report.origins import disputed_page
    from channelfit.report.rule_page import page_of
    from channelfit.source.nearest import nearest
    from channelfit.source.place import Problem, Unusable

    page = page_of(name, rulebook, session.words)
    changes = [change for section in ("rules", "checks", "stops") for change in rulebook.changed(section, name)]
    if any(change.how != "added" for change in changes):
        page = disputed_page(page, page_of(name, session.built_in(), session.words), changes, session.words)
    if page is None:
        checklist = rulebook.checklist()
        sections = (rulebook.rules, checklist.checks, checklist.lints, rulebook.screening().stops)
        known = tuple(one.id for entries in sections for one in entries)
        raise Unusable([Problem("unknown-rule", params={"found": name, "nearest": nearest(name, known)})])
    return page


def _with_examples(page: "Page", session: Session) -> "Page":
    """The page with the cases that name the rule or check; a text shows the first ones, unless asked for everything."""
    from msgspec.structs import replace

    from channelfit.cases.examples import examples_of
    from channelfit.report.examples import example_fields, example_tree

    found = examples_of(page.title, session.overlays)
    tree = {**page.tree, "examples": [example_tree(example) for example in found]} if found else page.tree
    return replace(page, fields=[*page.fields, *example_fields(found, session.words, full=session.verbose)], tree=tree)


def _open(common: Common) -> "tuple[Session, Rulebook]":
    from channelfit.cli.environment import read_environment

    session = Session(NAME, common, read_environment())
    return session, session.rulebook()
