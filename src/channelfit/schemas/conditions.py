"""Conditions of rules and of checks: what may be asked where, compared how."""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from channelfit.conditions.model import AUDIENCE, GOAL
from channelfit.report.field_words import FieldWords
from channelfit.rulebook.checks import Scope
from channelfit.rulebook.conditions import NUMERIC, SETWISE, Subject
from channelfit.rulebook.link.names import ITEM, LIMIT, TEXT, Askable, ScopeNames
from channelfit.schemas.ids import Ids
from channelfit.schemas.pieces import Schema, boolean, listed, mapping, one_or_more, options
from channelfit.words import words_for

FLAGS = ("known", "none")
Asking: TypeAlias = Scope | Literal["request"]


class ConditionSchemas:
    """The conditions of one rulebook, each defined once."""

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        checklist = ids.rulebook.checklist()
        self._names = ScopeNames(checklist.fields, checklist.derived)
        self._labels = FieldWords(checklist, words_for(ids.said.lang))
        self._one, self._several = ids.said.title("one"), ids.said.title("several")

    def of_rules(self) -> Schema:
        """The goal and the audience at hand, and the facts of a brief."""
        ids = self._ids
        terms = {name: ids.said.about(f"condition.{name}") | one_or_more(ids.ref(name), self._one, self._several) for name in (GOAL, AUDIENCE)}
        facts = {
            fact.id: {"title": ids.said.of(fact.label), "description": ids.said.of(fact.meaning), **self._comparison(fact, f"fact-{fact.id}")}
            for fact in ids.rulebook.facts
        }
        return self._condition("condition", terms | facts)

    def of_scope(self, scope: Asking) -> Schema:
        """What a check of that scope may ask."""
        names = {**self._names.of(scope), LIMIT: Askable(LIMIT, "number"), **self._items(scope)}
        asked = {name: {"title": self._labels.label(name, scope), **self._comparison(asked, asked.id)} for name, asked in names.items()}
        return self._condition(f"condition-{scope}", asked)

    def of_anything(self) -> Schema:
        """Of the records of some list, whichever it is."""
        return self._ids.said.about("condition") | {"type": "object"}

    def _items(self, scope: Asking) -> dict[str, Askable]:
        """What the entries of any list of the scope may be asked."""
        entries = {asked.entry or TEXT for asked in self._names.of(scope).values() if asked.kind in ("records", "list")}
        return {name: asked for entry in sorted(entries) for name, asked in self._names.over(scope, entry).items() if name.startswith(f"{ITEM}.")}

    def _condition(self, name: str, properties: Mapping[str, Schema]) -> Schema:
        ref = {"$ref": f"#/$defs/{name}"}
        about = self._ids.said.about
        both = {"any": about("condition.any") | listed(ref), "not": about("condition.not") | ref}
        return self._ids.define(name, about("condition") | mapping({**properties, **both}))

    def _comparison(self, subject: Subject, name: str) -> Schema:
        if subject.kind == "channel":
            return self._named("compare-channel", self._ids.ref("channels"))
        if subject.options:
            said = (getattr(option, "label", None) for option in subject.options)
            meanings = [self._ids.said.of(label) if label is not None else option.id for option, label in zip(subject.options, said, strict=True)]
            ids = [option.id for option in subject.options]
            return self._named(f"compare-{name}-{'-'.join(ids)}", options(ids, meanings))
        plain: Mapping[str, Schema] = {"number": {"type": "number"}, "boolean": boolean(), "answer": boolean()}
        kind = subject.kind if subject.kind in plain else "text"
        return self._flat(f"compare-{kind}", plain.get(kind, {"type": ["string", "number"]}))

    def _named(self, name: str, one: Schema) -> Schema:
        """A value, several, or a comparison, where the values are enumerated."""
        if name not in self._ids.used:
            choice = one_or_more(one, self._one, self._several)
            choice["anyOf"].append({"title": self._ids.said.title("comparison"), **self._operators(one)})
            self._ids.define(name, choice)
        return {"$ref": f"#/$defs/{name}"}

    def _flat(self, name: str, one: Schema) -> Schema:
        kinds: Iterable[str] = one["type"] if isinstance(one["type"], list) else [one["type"]]
        made = one | self._operators(one) | {"items": one, "type": [*kinds, "array", "object"]}
        return self._ids.define(name, made)

    def _operators(self, value: Schema) -> Schema:
        about = self._ids.said.about
        choice = one_or_more(value, self._one, self._several)["anyOf"]
        several: Schema = {"anyOf": [*choice, {**about("another"), "type": "string"}]}
        kinds: dict[tuple[str, ...], Schema] = {NUMERIC: {"type": ["number", "string"]}, SETWISE: several, FLAGS: {"type": "boolean"}}
        return mapping({name: about(f"operator.{name}") | kind for names, kind in kinds.items() for name in names}) | {"minProperties": 1}
