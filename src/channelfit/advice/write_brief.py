"""A brief as the YAML that a person keeps and edits."""

import yaml

from channelfit.advice.brief import Brief
from channelfit.territory.bands import written


def brief_yaml(brief: Brief) -> str:
    """The brief as a file that reads back as the same brief."""
    tree: dict[str, object] = {}
    if brief.title:
        tree["title"] = brief.title
    tree["goals"] = _weights(brief.goals)
    tree["audiences"] = _weights(brief.audiences)
    if brief.facts:
        tree["facts"] = {name: list(value) if isinstance(value, tuple) else value for name, value in brief.facts.items()}
    if brief.territory:
        bands = {written(stratum.ages): _whole(stratum.count) for stratum in brief.territory}
        tree["territory"] = {"population_by_age": bands}
    if brief.consider:
        tree["consider"] = list(brief.consider)
    if brief.as_of:
        tree["as_of"] = brief.as_of.isoformat()
    if brief.decided:
        tree["decided"] = {
            "channels": list(brief.decided.channels),
            **({"on": brief.decided.on.isoformat()} if brief.decided.on else {}),
            **({"because": brief.decided.because} if brief.decided.because else {}),
        }
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=100)


def _weights(weights: dict[str, float]) -> object:
    if set(weights.values()) == {1.0}:
        return list(weights)
    return {name: _whole(weight) for name, weight in weights.items()}


def _whole(number: float) -> float:
    return int(number) if number == int(number) else number
