"""A brief: what is to be said, to whom, under which facts."""

from channelfit.rulebook.model import Fact, Term
from channelfit.schemas.catalogue import Options
from channelfit.schemas.ids import Ids
from channelfit.schemas.pieces import Schema, boolean, day, listed, mapping, number, one_or_more, options, or_nothing, text
from channelfit.schemas.territory import territory
from channelfit.source.countries import CODES


def schema(ids: Ids, _settings: Options) -> Schema:
    return brief(ids)


def brief(ids: Ids) -> Schema:
    about = ids.said.about
    nothing = ids.said.title("nothing")
    properties = {
        "title": or_nothing(text(), nothing),
        "goals": _weights(ids, "goal", ids.rulebook.goals),
        "audiences": _weights(ids, "audience", ids.rulebook.audiences),
        "facts": or_nothing(mapping({fact.id: _fact(fact, ids) for fact in ids.rulebook.facts}), nothing),
        "territory": or_nothing(territory(ids), nothing),
        "consider": or_nothing(listed(ids.ref("channel")), nothing),
        "as_of": or_nothing(day(), nothing),
        "decided": or_nothing(_decided(ids), nothing),
    }
    return mapping({name: about(f"brief.{name}") | value for name, value in properties.items()}, ("goals", "audiences"))


def _weights(ids: Ids, kind: str, terms: tuple[Term, ...]) -> Schema:
    """Ids, or weights by id: one flat schema, so that an editor offers the ids either way."""
    said = ids.said
    weights = {term.id: {"title": said.of(term.label), "description": said.of(term.meaning), **number(0)} for term in terms}
    either = mapping(weights) | listed(ids.ref(kind)) | {"type": ["array", "object"]}
    return either | {"minItems": 1, "minProperties": 1, "uniqueItems": True}


def _fact(fact: Fact, ids: Ids) -> Schema:
    said = ids.said
    about = {"title": said.of(fact.label), "description": said.of(fact.meaning)}
    return about | or_nothing(_value(fact, ids), said.title("nothing"))


def _value(fact: Fact, ids: Ids) -> Schema:
    if fact.kind == "number":
        return number(fact.at_least)
    if fact.kind == "boolean":
        return boolean()
    one = _word(fact, ids)
    return one_or_more(one, ids.said.title("one"), ids.said.title("several")) if fact.kind in ("list", "channels") else one


def _word(fact: Fact, ids: Ids) -> Schema:
    if fact.kind == "channels":
        return ids.ref("channel")
    if fact.kind == "country":
        return {"enum": sorted(CODES)}
    return options((option.id for option in fact.options), (ids.said.of(option.label) for option in fact.options)) if fact.options else text()


def _decided(ids: Ids) -> Schema:
    properties = {
        "channels": or_nothing(listed(ids.ref("channel")), ids.said.title("nothing")),
        "on": or_nothing(day(), ids.said.title("nothing")),
        "because": or_nothing(text(), ids.said.title("nothing")),
    }
    return mapping({name: ids.said.about(f"decided.{name}") | value for name, value in properties.items()}, ("channels",))
