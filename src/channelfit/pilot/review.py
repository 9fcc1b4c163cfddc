"""What follows from the counts of a pilot, by the rule it was designed with."""

from collections.abc import Sequence

from channelfit.method.beta import Beta
from channelfit.method.pilot_compared import ROUNDING
from channelfit.method.pilot_predictive import Rule, predictive_probability, probability_above
from channelfit.method.pilot_two_arms import believed, newcombe, probability_greater
from channelfit.method.proportion import wilson_interval
from channelfit.pilot.model import Count, Decision, Look, Observation, Pilot, Review


def decide(pilot: Pilot, observation: Observation) -> Decision:
    """What a look says: by successes of one arm, or by the chance that the tried one of two is better."""
    look = pilot.looks[observation.look - 1]
    seen = _chance(pilot, observation) if observation.against is not None else observation.tried.x
    if look.adopt is not None and seen >= look.adopt - ROUNDING:
        return "adopt"
    if look is pilot.extension or (look.stop is not None and seen <= look.stop + ROUNDING):
        return "stop"
    return "extend" if look is pilot.planned else "continue"


def review(pilot: Pilot, observed: Sequence[Observation]) -> Review:
    """The last look, which every look before let go on."""
    last = observed[-1]
    look = pilot.looks[last.look - 1]
    decision = decide(pilot, last)
    tried, confidence = last.tried, pilot.confidence
    going = decision in ("continue", "extend")
    if last.against is None:
        rule = Rule(Beta(*pilot.prior), pilot.least, pilot.sure, 0, 1)
        return Review(
            decision,
            look,
            last,
            probability_above(rule, tried.x, tried.n),
            wilson_interval(tried.x, tried.n, confidence),
            known(pilot, tried),
            predictive=predictive_probability(rule, tried.x, tried.n, _end(pilot, look).n) if going else None,
            next=pilot.looks[look.look] if going else None,
        )
    return Review(
        decision,
        look,
        last,
        _chance(pilot, last),
        newcombe((tried.x, tried.n), (last.against.x, last.against.n), confidence),
        known(pilot, tried),
        known(pilot, last.against),
        believed=believed(known(pilot, last.against), known(pilot, tried)),
        next=pilot.looks[look.look] if going else None,
    )


def known(pilot: Pilot, count: Count) -> Beta:
    """What is known of a share after a count."""
    return Beta(pilot.prior[0] + count.x, pilot.prior[1] + count.n - count.x)


def _end(pilot: Pilot, look: Look) -> Look:
    return pilot.extension if look is pilot.planned else pilot.planned


def _chance(pilot: Pilot, observation: Observation) -> float:
    assert observation.against is not None
    return probability_greater(known(pilot, observation.tried), known(pilot, observation.against))
