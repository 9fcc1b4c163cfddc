"""Advice as JSON, the form that scripts read (schema channelfit/advice/1)."""

from collections.abc import Iterable
from typing import Any

import msgspec

from channelfit.advice.model import Advice, Considered, Contribution, Excluded, Ranked, RequiredChannel
from channelfit.advice.outlook import Outlook
from channelfit.advice.question import Question
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Rule, Rulebook, Source
from channelfit.rulebook.text import Language

SCHEMA = "channelfit/advice/1"
INDENT = 2
Tree = dict[str, Any]


def advice_json(advice: Advice, edition: Edition, lang: Language, outlook: Outlook) -> str:
    """Numbers are not rounded; keys keep their order, so that the same answer has the same bytes."""
    return msgspec.json.format(msgspec.json.encode(advice_tree(advice, edition, lang, outlook)), indent=INDENT).decode() + "\n"


def advice_tree(advice: Advice, edition: Edition, lang: Language, outlook: Outlook) -> Tree:
    brief = advice.brief
    rules = [edition.rules[name] for name in sorted(_mentioned(advice))]
    return {
        "schema": SCHEMA,
        "as_of": advice.as_of.isoformat(),
        "lang": lang,
        "rulebook": _rulebook(advice, edition),
        "brief": {"goals": brief.goal_weights, "audiences": brief.audience_weights, "facts": brief.facts},
        "ranking": [_ranked(item, edition, lang) for item in advice.ranking],
        "excluded": [_excluded(item) for item in advice.excluded],
        "required": [_required(item) for item in advice.required],
        "considered": [_considered(item) for item in advice.considered],
        "left_out": [{"audience": item.audience, "share": item.share, "channels": item.channels} for item in advice.left_out],
        "questions": [_question(item) for item in outlook.questions],
        "advice": advice.advice,
        "rules": {rule.id: rule_tree(rule) for rule in rules},
        "sources": {name: source_tree(edition.sources[name]) for name in sorted(_cited(advice, rules, edition))},
    }


def rulebook_tree(rulebook: Rulebook) -> Tree:
    """The rulebook an answer was given from, with the overlays laid on top, if any."""
    tree: Tree = {"name": rulebook.name, "version": rulebook.version, "digest": rulebook.digest}
    return {**tree, "overlays": rulebook.overlays} if rulebook.overlays else tree


def _rulebook(advice: Advice, edition: Edition) -> Tree:
    tree = rulebook_tree(edition.rulebook)
    if advice.oldest_evidence is not None:
        tree["oldest_evidence"] = advice.oldest_evidence.isoformat()
    if advice.past_review:
        tree["past_review"] = advice.past_review
    return tree


def _ranked(item: Ranked, edition: Edition, lang: Language) -> Tree:
    return {
        "rank": item.rank,
        "channel": item.channel,
        "kind": item.kind,
        "name": edition.sheets[item.channel].name_on(edition.as_of).in_(lang),
        "score": item.score,
        "verdict": item.verdict,
        "contributions": [_contribution(row) for row in item.contributions],
        "conditions": item.conditions,
        "cautions": item.cautions,
    }


def _contribution(row: Contribution) -> Tree:
    presence: Tree = {
        "share": row.presence.share,
        "low": row.presence.low,
        "high": row.presence.high,
        "basis": row.presence.basis,
        "evidence": row.presence.evidence,
    }
    if row.presence.rules:
        presence["rules"] = row.presence.rules
    fit: Tree = {"value": row.fit.value, "points": row.fit.points, "rules": [{"id": rule.rule, "points": rule.points} for rule in row.fit.rules]}
    if row.fit.vetoes:
        fit["vetoes"] = row.fit.vetoes
    return {"goal": row.goal, "audience": row.audience, "weight": row.weight, "presence": presence, "fit": fit, "score": row.score}


def _excluded(item: Excluded) -> Tree:
    return {"channel": item.channel, "rules": item.rules, "instead": item.instead}


def _required(item: RequiredChannel) -> Tree:
    return {"channel": item.channel, "rules": item.rules}


def _considered(item: Considered) -> Tree:
    if item.rank is None:
        return {"channel": item.channel, "verdict": "avoid", "loses_on": item.loses_on, "excluded_by": item.excluded_by}
    return {"channel": item.channel, "rank": item.rank, "verdict": item.verdict, "loses_on": item.loses_on}


def _question(item: Question) -> Tree:
    return {"fact": item.fact, "may_change": item.may_change, "swing": item.swing}


def rule_tree(rule: Rule) -> Tree:
    """The reason and the word of a rule, and the overlay it comes from, if any."""
    tree: Tree = {"because": {"en": rule.because.en, "fr": rule.because.fr}, "sources": rule.sources}
    return {**tree, "origin": rule.origin} if rule.origin else tree


def source_tree(source: Source) -> Tree:
    tree: Tree = {"title": source.title, "publisher": source.publisher, "year": source.year, "url": source.url, "how_verified": source.how_verified}
    return {key: value for key, value in tree.items() if value is not None}


def _mentioned(advice: Advice) -> set[str]:
    """Every rule that the answer names."""
    names = set(advice.advice)
    for item in advice.ranking:
        names.update(item.conditions, item.cautions)
        for row in item.contributions:
            names.update(row.presence.rules, row.fit.vetoes, (rule.rule for rule in row.fit.rules))
    for group in (advice.excluded, advice.required):
        for entry in group:
            names.update(entry.rules)
    return names


def _cited(advice: Advice, rules: Iterable[Rule], edition: Edition) -> set[str]:
    """The sources of those rules, and of every figure."""
    figures = (name for item in advice.ranking for row in item.contributions for name in row.presence.evidence)
    return {source for rule in rules for source in rule.sources} | {edition.evidence[name].source for name in figures}
