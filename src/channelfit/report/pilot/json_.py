"""What follows from a pilot, as JSON (schema channelfit/pilot/1). Numbers are not rounded."""

from typing import Any

import msgspec

from channelfit.pilot.model import COUNTED, Count, Effect, Pilot, Review
from channelfit.presence.model import Share

SCHEMA = "channelfit/pilot/1"
INDENT = 2


def review_json(pilot: Pilot, review: Review, mark: str, effect: Effect | None) -> str:
    return msgspec.json.format(msgspec.json.encode(review_tree(pilot, review, mark, effect)), indent=INDENT).decode() + "\n"


def review_tree(pilot: Pilot, review: Review, mark: str, effect: Effect | None) -> dict[str, Any]:
    tree: dict[str, Any] = {
        "schema": SCHEMA,
        "decision": review.decision,
        "observed": _count(review.observation.tried),
        "probability": review.probability,
        "interval": list(review.interval),
        "look": review.look.look,
        "design": mark,
        "on": review.observation.on.isoformat(),
        "arms": list(pilot.arms()),
    }
    if review.observation.against is not None:
        tree["against"] = _count(review.observation.against)
    if review.believed is not None:
        tree["expected_loss"] = {"adopting": review.believed.loss_choosing_b, "keeping": review.believed.loss_choosing_a}
    if review.predictive is not None:
        tree["predictive"] = review.predictive
    if review.next is not None:
        tree["next"] = {"look": review.next.look, "n": review.next.n, "not_before": review.next.not_before.isoformat()}
    if effect is not None:
        tree["presence"] = {"audience": effect.audience, "before": _share(effect.before), "after": _share(effect.after)}
    return tree


def _count(count: Count) -> dict[str, int]:
    return {key: getattr(count, key) for key in COUNTED}


def _share(share: Share) -> dict[str, Any]:
    return {"share": share.share, "low": share.low, "high": share.high, "basis": share.basis}
