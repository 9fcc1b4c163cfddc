"""What was asked: a brief from a file, from options, or from a file with options on top."""

from msgspec import Struct
from msgspec.structs import replace

from channelfit.advice.brief import Brief
from channelfit.advice.read_brief import read_additions, read_brief
from channelfit.advice.read_facts import SEVERAL
from channelfit.cli.option_brief import Given, option_document
from channelfit.cli.session import Session
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.synonyms import audience_synonyms, channel_synonyms, goal_synonyms
from channelfit.source.parse import parse
from channelfit.source.place import Problem, Unusable
from channelfit.source.read import STDIN, read_text
from channelfit.source.tree import Document

COMMAND_LINE = {"fr": "ligne de commande", "en": "command line"}
SYNONYMS = {"goals": goal_synonyms, "audiences": audience_synonyms, "channels": channel_synonyms}
STANDARD_INPUT = {"fr": "entrée standard", "en": "standard input"}


class Asked(Struct, frozen=True):
    """The brief's file, if any, and the options typed."""

    path: str | None
    given: Given


def asked_brief(asked: Asked, session: Session, rulebook: Rulebook) -> Brief:
    """The brief to answer. Raises Unusable with everything that is wrong with it."""
    configured = Given(*(session.config.texts(session.command, name) for name in ("goal", "audience", "fact", "consider")))
    if asked.path is not None:
        return _from_file(asked.path, asked.given, configured, session, rulebook)
    given = (
        asked.given if asked.given.goals or asked.given.audiences else replace(asked.given, goals=configured.goals, audiences=configured.audiences)
    )
    _check_complete(given, rulebook)
    additions = _document(Given(facts=configured.facts), session, rulebook)
    brief = read_brief(_document(given, session, rulebook), rulebook)
    return _on_top(brief, read_additions(additions, rulebook), overriding=False)


def _from_file(path: str, given: Given, configured: Given, session: Session, rulebook: Rulebook) -> Brief:
    replaced = [option for option, values in (("--goal", given.goals), ("--audience", given.audiences)) if values]
    if replaced:
        raise Unusable([Problem("brief-and-options", params={"options": tuple(replaced)})])
    name = STANDARD_INPUT[session.lang] if path == STDIN else path
    brief = read_brief(parse(read_text(path), name), rulebook)
    if configured.facts:
        brief = _on_top(brief, read_additions(_document(Given(facts=configured.facts), session, rulebook), rulebook), overriding=False)
    if given.facts or given.consider:
        brief = _on_top(brief, read_additions(_document(given, session, rulebook), rulebook), overriding=True)
    return brief


def _check_complete(given: Given, rulebook: Rulebook) -> None:
    if not given.goals and not given.audiences:
        raise Unusable([Problem("nothing-asked")])
    if not given.goals:
        raise Unusable([Problem("missing-option", params={"option": "--goal", "known": tuple(term.id for term in rulebook.goals)})])
    if not given.audiences:
        raise Unusable([Problem("missing-option", params={"option": "--audience", "known": tuple(term.id for term in rulebook.audiences)})])


def _document(given: Given, session: Session, rulebook: Rulebook) -> Document:
    several = [fact.id for fact in rulebook.facts if fact.kind in SEVERAL]
    return option_document(COMMAND_LINE[session.lang], given, lambda kind: SYNONYMS[kind](rulebook), several)


def _on_top(brief: Brief, additions: Brief, overriding: bool) -> Brief:
    facts = {**brief.facts, **additions.facts} if overriding else {**additions.facts, **brief.facts}
    return replace(brief, facts=facts, consider=tuple(dict.fromkeys((*brief.consider, *additions.consider))))
