"""What if, as data: both answers side by side, and the causes of what differs."""

from typing import Any

from channelfit.advice.model import Ranked
from channelfit.changes.what_if import Beside, WhatIf
from channelfit.report.changes_json import causes_of, changes_tree, known_tree

Tree = dict[str, Any]


def what_if_tree(what_if: WhatIf) -> Tree:
    """Every channel of either answer; a side on which it is excluded or does not exist is absent."""
    sides = (what_if.before, what_if.after)
    shares = [{"audience": audience, "share_before": old, "share_after": new} for audience, old, new in what_if.left_out()]
    return {
        "facts": what_if.facts,
        "ranking": [_beside(item) for item in what_if.beside()],
        "left_out": shares,
        "changes": {**changes_tree(what_if.changes), **known_tree(sides, causes_of(what_if.changes))},
    }


def _beside(item: Beside) -> Tree:
    return {"channel": item.channel, **_side(item.before, "before"), **_side(item.after, "after")}


def _side(item: Ranked | None, side: str) -> Tree:
    return {} if item is None else {f"rank_{side}": item.rank, f"score_{side}": item.score, f"verdict_{side}": item.verdict}
