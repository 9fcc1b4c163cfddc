"""The built-in cases, read once for all the tests on them."""

from datetime import date
from functools import cache

from channelfit.cases.gather import gather_cases
from channelfit.cases.model import Case
from channelfit.cases.run import Runner
from tests.built_in import built_in

NO_DAY = date(1970, 1, 1)  # what a case would get that states none


@cache
def runner() -> Runner:
    return Runner(built_in())


@cache
def cases() -> tuple[Case, ...]:
    return tuple(gather_cases(runner().rulebook, (), NO_DAY))
