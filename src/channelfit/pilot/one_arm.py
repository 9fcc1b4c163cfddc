"""One channel against the least useful share, looked at by the chance of being adopted at the end."""

from math import ceil

from channelfit.method.beta import Beta
from channelfit.method.pilot_design import Design, characteristics
from channelfit.method.pilot_predictive import Rule, design, extended
from channelfit.pilot.sized import Boundary, Sized, fewest, textbook
from channelfit.rulebook.pilots import Trial

HEAD_START = 0.5  # of the textbook's size: no plan with looks does with fewer


def one_arm(trial: Trial, least: float, useful: float, adopts_from: int) -> Sized | None:
    """The smallest pilot of one arm. `adopts_from` is the first look, from 0, that may adopt; None where `trial.most` answers do not do."""
    start = HEAD_START * textbook(least, useful, trial.alpha, trial.power)
    return fewest(
        trial, least, useful, start=start, looks=trial.one_arm.looks, make=lambda whole, sure: _made(trial, least, whole, sure, adopts_from)
    )


def _made(trial: Trial, least: float, whole: int, sure: float, adopts_from: int) -> Sized:
    gates = trial.one_arm
    rule = Rule(Beta(*trial.prior), least, sure, gates.stop, gates.adopt)
    planned = design(rule, whole, [whole * look // gates.looks for look in range(1, gates.looks)])
    patient = tuple(look if place >= adopts_from else look._replace(adopt=None) for place, look in enumerate(planned.looks))
    found = extended(rule, planned._replace(looks=patient), whole + ceil(whole * trial.extension), gates.extend)
    return Sized(_boundaries(found), sure, lambda share: characteristics(found, share))


def _boundaries(found: Design) -> tuple[Boundary, ...]:
    return (*(Boundary(look.n, look.stop, look.adopt) for look in found.looks), Boundary(found.n, None, found.adopt))
