"""The answer to a request as JSON."""

from typing import get_args

from channelfit.rulebook.screening import Effect
from channelfit.schemas.catalogue import Options
from channelfit.schemas.ids import Ids
from channelfit.schemas.outputs import Output, both_languages, iso_day, names
from channelfit.schemas.pieces import Schema, by_name, listed, text
from channelfit.screen.model import Outcome


def schema(ids: Ids, _settings: Options) -> Schema:
    out = Output(ids, "screen")
    rulebook = out.part({"name": text(), "version": text(), "digest": out.digest(), "overlays": names()}, optional=("overlays",))
    asked = {"question": text(), "rule": text()}
    stop = out.part({**asked, "outcome": {"enum": list(get_args(Effect))}, "to": names(), "params": {"type": "object"}})
    return out.whole(
        {
            "as_of": iso_day(),
            "rulebook": rulebook,
            "outcome": {"enum": list(get_args(Outcome))},
            "redirect_to": names(),
            "stops": listed(stop),
            "missing": names(),
            "not_understood": listed(out.part({"field": text(), "text": text(), "nearest": names()})),
            "undecided": listed(out.part({**asked, "fields": names()})),
            "rules": by_name(_rule(out)),
            "sources": by_name({"type": "object"}),
        }
    )


def _rule(out: Output) -> Schema:
    return out.part({"because": both_languages(), "remedy": both_languages(), "sources": names(), "origin": text()}, optional=("origin",))
