"""A local survey: the file, and what is answered, told apart by the key `schema` of every answer."""

from typing import get_args

from channelfit.presence.model import Basis
from channelfit.rulebook.model import Verified
from channelfit.schemas.catalogue import Options
from channelfit.schemas.ids import Ids
from channelfit.schemas.outputs import Output, count, iso_day, names, share
from channelfit.schemas.pieces import Schema, by_name, day, integer, listed, mapping, number, or_nothing, text, words
from channelfit.schemas.territory import BAND, territory
from channelfit.source.countries import CODES


def schema(ids: Ids, _settings: Options) -> Schema:
    return {"type": "object", "if": {"required": ["schema"]}, "then": _Answer(ids).whole(), "else": _File(ids).whole()}


class _File:
    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._method = ids.rulebook.method
        self._nothing = ids.said.title("nothing")

    def whole(self) -> Schema:
        periods = dict.fromkeys(name for kind in self._method.periods.values() for name in kind)
        required: dict[str, Schema] = {
            "title": words(),
            "publisher": words(),
            "asked_on": {"anyOf": [{"title": self._ids.said.title("one"), **day()}, mapping({"from": day(), "to": day()}, ("from", "to"))]},
            "country": {"enum": sorted(CODES)},
            "place": words(),
            "mode": {"enum": list(self._method.survey.modes)},
            "period": {"enum": list(periods)},
            "answers": listed(self._group(), minItems=1),
        }
        optional: dict[str, Schema] = {
            "question": words(),
            "base": {"enum": list(self._method.bases)},
            "population": self._ids.ref("audience"),
            "territory": territory(self._ids),
            "comparability": self._comparability(),
            "online_survey_accepted": mapping({"because": text()}, ("because",)),
            "as_of": day(),
        }
        properties = {**required, **{key: or_nothing(value, self._nothing) for key, value in optional.items()}}
        return mapping({key: self._ids.said.about(f"survey.{key}") | value for key, value in properties.items()}, required)

    def _group(self) -> Schema:
        about = self._ids.said.about
        most = {"maximum": self._method.survey.most_asked}
        ages = or_nothing({"type": "string", "pattern": BAND}, self._nothing)
        counts = by_name({"type": "integer", "minimum": 0, **most}) | {"patternProperties": {"^x-": True}}
        asked = {"type": "integer", "minimum": 1, **most}
        properties = {"ages": about("survey.ages") | ages, "asked": about("survey.asked") | asked, "channels": about("survey.counts") | counts}
        return mapping(properties, ("asked", "channels"))

    def _comparability(self) -> Schema:
        sources = dict.fromkeys(row.source for row in self._ids.rulebook.evidence if row.counted is None)
        return mapping({name: share() for name in sorted(sources)})


class _Answer:
    def __init__(self, ids: Ids) -> None:
        self._out = Output(ids, "survey")

    def whole(self) -> Schema:
        out = self._out
        rulebook = {"name": text(), "version": text(), "digest": out.digest(), "overlays": names()}
        told = {
            "as_of": iso_day(),
            "lang": {"enum": ["fr", "en"]},
            "rulebook": out.part(rulebook, optional=("overlays",)),
            "method": text(),
            "survey": self._survey(),
            "channels": listed(self._line()),
            "sources": by_name(self._source()),
            "written": text(),
        }
        return out.whole(told, optional=("written",))

    def _survey(self) -> Schema:
        texts = ("source", "title", "publisher", "country", "place", "mode", "period", "base", "population", "online_because")
        days = {"asked_from": iso_day(), "asked_to": iso_day()}
        return self._out.part({**{key: text() for key in texts}, **days, "asked": count()}, optional=("online_because",))

    def _line(self) -> Schema:
        flag: Schema = {"type": "boolean"}
        figures = {"counted": share(), "everybody": self._share(), "national": self._share(), "biased": flag}
        told = {"channel": text(), "groups": listed(self._cell()), "disagree": flag, **figures}
        return self._out.part(told, optional=figures)

    def _cell(self) -> Schema:
        weight = number(0)
        told: dict[str, Schema] = {
            "ages": text(),
            "said": count(),
            "asked": count(),
            "national": self._share(),
            "together": self._share(),
            "weights": self._out.part({"local": weight, "national": weight}),
            "tail": share(),
            "disagree": {"type": "boolean"},
            "few": {"type": "boolean"},
        }
        return self._out.part(told, optional=("ages", "national"))

    def _share(self) -> Schema:
        figures = {"share": share(), "low": share(), "high": share(), "samples": {"type": "number", "minimum": 0}}
        told = {**figures, "basis": {"enum": list(get_args(Basis))}, "evidence": names(), "post_stratified": {"type": "boolean"}}
        return self._out.part(told, optional=("post_stratified",))

    def _source(self) -> Schema:
        source = {"title": text(), "publisher": text(), "year": integer(), "url": text(), "how_verified": {"enum": list(get_args(Verified))}}
        return self._out.part(source, optional=("year", "url", "how_verified"))
