"""The answer to a request as JSON: ids and numbers, with the texts of the stops that are met."""

from typing import Any

import msgspec

from channelfit.report.advice_json import rulebook_tree, source_tree
from channelfit.report.screen.speech import Speech
from channelfit.rulebook.screening import Stop
from channelfit.screen.model import Met, Screened

SCHEMA = "channelfit/screen/1"


def write(screened: Screened, speech: Speech) -> str:
    rulebook = speech.rulebook
    stops = [speech.stop(met) for met in screened.stops]
    cited = {name for stop in stops for name in stop.sources}
    tree = {
        "schema": SCHEMA,
        "as_of": screened.as_of.isoformat(),
        "rulebook": rulebook_tree(rulebook),
        "outcome": screened.outcome,
        "redirect_to": screened.redirect_to,
        "stops": [_stop(met) for met in screened.stops],
        "missing": screened.missing,
        "not_understood": [{"field": item.field, "text": item.text, "nearest": item.nearest} for item in screened.not_understood],
        "undecided": [{"question": item.question, "rule": item.stop, "fields": item.fields} for item in screened.undecided],
        "rules": {stop.id: _rule(stop) for stop in stops},
        "sources": {source.id: source_tree(source) for source in rulebook.sources if source.id in cited},
    }
    return msgspec.json.format(msgspec.json.encode(tree), indent=2).decode() + "\n"


def _stop(met: Met) -> dict[str, Any]:
    return {"question": met.question, "rule": met.stop, "outcome": met.outcome, "to": met.to, "params": met.params}


def _rule(stop: Stop) -> dict[str, Any]:
    """The texts with their placeholders; what goes there stands with the stop."""
    said = {"because": {"en": stop.because.en, "fr": stop.because.fr}, "remedy": {"en": stop.remedy.en, "fr": stop.remedy.fr}}
    return {**said, "sources": stop.sources, **({"origin": stop.origin} if stop.origin else {})}
