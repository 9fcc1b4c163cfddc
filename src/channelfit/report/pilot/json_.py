"""What follows from a pilot, as JSON (schema channelfit/pilot/1). Numbers are not rounded."""

from typing import Any

import msgspec

from channelfit.pilot.model import COUNTED, Count, Effect, Reviewed
from channelfit.presence.model import Share

SCHEMA = "channelfit/pilot/1"
INDENT = 2


def review_json(found: Reviewed) -> str:
    return msgspec.json.format(msgspec.json.encode(review_tree(found)), indent=INDENT).decode() + "\n"


def review_tree(found: Reviewed) -> dict[str, Any]:
    review = found.review
    tree: dict[str, Any] = {
        "schema": SCHEMA,
        "decision": review.decision,
        "observed": _count(review.observation.tried),
        "probability": review.probability,
        "interval": list(review.interval),
        "look": review.look.look,
        "design": found.mark,
        "on": review.observation.on.isoformat(),
        "arms": list(found.pilot.arms()),
    }
    if review.observation.against is not None:
        tree["against"] = _count(review.observation.against)
    if review.believed is not None:
        tree["expected_loss"] = {"adopting": review.believed.loss_choosing_b, "keeping": review.believed.loss_choosing_a}
    if review.predictive is not None:
        tree["predictive"] = review.predictive
    if review.next is not None:
        tree["next"] = {"look": review.next.look, "n": review.next.n, "not_before": review.next.not_before.isoformat()}
    if found.effect is not None:
        tree["presence"] = _presence(found.effect)
    return tree


def _presence(effect: Effect) -> dict[str, Any]:
    surveys = {} if effect.surveys is None else {"surveys": _share(effect.surveys), "tail": effect.tail, "disagree": effect.disagrees}
    return {"audience": effect.audience, "before": _share(effect.before), "after": _share(effect.after), **surveys}


def _count(count: Count) -> dict[str, int]:
    return {key: getattr(count, key) for key in COUNTED}


def _share(share: Share) -> dict[str, Any]:
    return {"share": share.share, "low": share.low, "high": share.high, "basis": share.basis}
