"""Sizing a pilot is pure and takes most of the time: each size is worked out once for all tests."""

from collections.abc import Iterator
from functools import cache

import pytest

from channelfit.pilot import design
from channelfit.pilot.one_arm import one_arm
from channelfit.pilot.two_arms import two_arms


@pytest.fixture(scope="session", autouse=True)
def sized_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(design, "one_arm", cache(one_arm))
        patch.setattr(design, "two_arms", cache(two_arms))
        yield
