"""Problems to plan for, and what trying every plan says about them."""

from itertools import product
from random import Random

from channelfit.method.plan_problem import Level, Minimum, Problem, feasible, value

EFFECTS = ((0.5, 0.5), (0.8, 1.0), (1.0, 2.0))  # what a level reaches, and its hours, as a part of the usual


def small(seed: int) -> Problem:
    """Up to six channels, three cells, with equal channels, mandates, exclusions, minima and choices now and then."""
    random = Random(seed)
    cells = random.randint(1, 3)
    weights = tuple(random.choice([0.0, 0.2, 0.3, 0.5]) for _ in range(cells))
    channels = [levels(random, cells, random.choice([1, 2, 3])) for _ in range(random.randint(1, 5))]
    if random.random() < 0.4:
        channels.insert(random.randrange(len(channels) + 1), random.choice(channels))
    limits = {c: limit(random, len(channel)) for c, channel in enumerate(channels) if random.random() < 0.3}
    minima = tuple(Minimum(tuple(random.random() / cells for _ in range(cells)), random.uniform(0, 0.4)) for _ in range(random.choice([0, 0, 1, 2])))
    numbers = range(len(channels))
    choices = tuple(tuple(random.sample(numbers, min(len(numbers), random.randint(1, 3)))) for _ in range(random.choice([0, 0, 0, 1, 2])))
    return Problem(weights, tuple(channels), limits, minima, choices)


def levels(random: Random, cells: int, count: int) -> tuple[Level, ...]:
    usual = random.choice([2, 4, 6])
    full = [random.choice([0.0, 1.0, *([random.random()] * 6)]) for _ in range(cells)]
    return tuple(Level(int(usual * part), tuple(effect * share for share in full)) for effect, part in EFFECTS[:count])


def limit(random: Random, highest: int) -> tuple[int, int]:
    return random.choice([(0, 0), (1, highest), (highest, highest), (0, 1)])


def tried(problem: Problem, capacity: int) -> float | None:
    """The best coverage of all plans within the capacity; None where there is none."""
    plans = product(*(range(len(channel) + 1) for channel in problem.channels))
    return max((value(problem, plan) for plan in plans if feasible(problem, plan, capacity)), default=None)
