"""A pilot from what is to be tried: metric, arms, shares, weeks."""

from datetime import date, timedelta
from math import ceil

from msgspec import Struct

from channelfit.pilot.model import Chances, Look, Pilot
from channelfit.pilot.one_arm import one_arm
from channelfit.pilot.sized import Sized
from channelfit.pilot.two_arms import two_arms
from channelfit.rulebook.pilots import AsPresence, Metric, Trial
from channelfit.rulebook.text import Text

DAYS_A_WEEK = 7
NEARLY = 0.01  # a share is never taken for 0 or 1


class Plan(Struct, frozen=True):
    """What a pilot is designed from. `weeks` are as many as the trial and one cycle ask for, or more."""

    hypothesis: Text
    metric: Metric
    counts: tuple[Text, ...]
    channel: str
    audiences: tuple[str, ...]
    least: float
    useful: float
    starts_on: date
    weeks: int
    cycle_weeks: int
    rulebook: str
    against: str | None = None
    country: str | None = None
    template: str | None = None
    evidence: AsPresence | None = None
    title: str | None = None


def least_weeks(trial: Trial, cycle_weeks: int) -> int:
    """Four whole weeks and one cycle of the service, whichever is longer."""
    return max(trial.weeks, cycle_weeks)


def design_pilot(plan: Plan, trial: Trial) -> Pilot | None:
    """The smallest pilot that keeps to α and has the power; None where no affordable number of answers would do."""
    looks = (trial.one_arm if plan.against is None else trial.two_arms).looks
    weeks = [ceil(plan.weeks * look / looks) for look in range(1, looks + 1)]
    patient = next(place for place, week in enumerate(weeks) if week >= least_weeks(trial, plan.cycle_weeks))
    sized = (one_arm if plan.against is None else two_arms)(trial, plan.least, plan.useful, patient)
    if sized is None:
        return None
    weeks.append(plan.weeks + ceil(plan.weeks * trial.extension))
    return Pilot(
        **{name: getattr(plan, name) for name in plan.__struct_fields__},
        prior=trial.prior,
        sure=sized.sure,
        confidence=trial.confidence,
        looks=_looks(sized, weeks, plan.starts_on),
        chances=tuple(_chances(sized, share) for share in _shares(plan.least, plan.useful)),
    )


def _looks(sized: Sized, weeks: list[int], start: date) -> tuple[Look, ...]:
    return tuple(
        Look(number, boundary.n, start + timedelta(days=DAYS_A_WEEK * week), boundary.stop, boundary.adopt)
        for number, (boundary, week) in enumerate(zip(sized.looks, weeks, strict=True), start=1)
    )


def _shares(least: float, useful: float) -> list[float]:
    """The least useful share, the useful one, what lies between, and half as far again on either side."""
    half = (useful - least) / 2
    shares = (least - half, least, least + half, useful, useful + half)
    return list(dict.fromkeys(round(min(1 - NEARLY, max(NEARLY, share)), 4) for share in shares))


def _chances(sized: Sized, share: float) -> Chances:
    found = sized.at(share)
    return Chances(share, round(found.adopt, 4), round(found.stopped_early, 4), round(found.mean_n, 1))
