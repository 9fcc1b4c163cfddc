"""A channel against another one, looked at by the chance that it is the better one."""

from math import ceil

from channelfit.method.beta import Beta
from channelfit.method.pilot_compared import Gate, compared, edges
from channelfit.method.pilot_sample import per_group_pooled
from channelfit.pilot.sized import Boundary, Sized, fewest
from channelfit.rulebook.pilots import Trial

HEAD_START = 0.5  # of the pooled test's size: an extension may spare answers, never half of them


def two_arms(trial: Trial, least: float, useful: float, adopts_from: int) -> Sized | None:
    """The smallest pilot of two arms, were the other one's share `least`. One side of the test counts: nobody asks for the worse channel."""
    start = HEAD_START * per_group_pooled(least, useful, 2 * trial.alpha, trial.power)
    return fewest(
        trial, least, useful, start=start, looks=trial.two_arms.looks, make=lambda whole, sure: _made(trial, least, whole, sure, adopts_from)
    )


def _made(trial: Trial, other: float, whole: int, sure: float, adopts_from: int) -> Sized:
    plan = trial.two_arms
    gates = [Gate(whole * look // plan.looks, plan.stop, plan.adopt if look > adopts_from else None) for look in range(1, plan.looks)]
    gates += [Gate(whole, plan.extend, sure), Gate(whole + ceil(whole * trial.extension), None, sure)]
    found = edges(Beta(*trial.prior), gates)
    return Sized(tuple(Boundary(gate.n, gate.stop, gate.adopt) for gate in gates), sure, lambda share: compared(found, share, other))
