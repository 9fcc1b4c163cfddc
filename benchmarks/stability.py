"""How long 2,000 draws of a ranking take: 40 channels × 2 goals × 3 audiences, quantile tables cold and warm.

python benchmarks/stability.py [--runs N]
"""

import argparse
from random import Random
from statistics import median
from time import perf_counter

from channelfit.method.beta import beta_of
from channelfit.method.quantiles import quantile_table
from channelfit.method.stability import Candidate, Doubt, Presence, stability

DOUBT = Doubt(draws=2_000, seed=1, concentration=50, step=1, fit=lambda points: float(1.5 ** (min(max(points, -3), 3) - 3)))


def candidates() -> list[Candidate]:
    random = Random(1)
    presences = [
        [Presence(beta_of(random.uniform(0.02, 0.95), random.uniform(4, 200)), f"survey {random.randrange(12)}") for _ in range(3)] for _ in range(40)
    ]
    return [
        Candidate(
            [presences[channel]] * 2,
            [[float(random.randint(-3, 3)) for _ in range(3)] for _ in range(2)],
        )
        for channel in range(40)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=7)
    asked, among = parser.parse_args(), candidates()
    for name, cold in (("cold", True), ("warm", False)):
        taken = []
        for _ in range(asked.runs):
            if cold:
                quantile_table.cache_clear()
            start = perf_counter()
            stability([0.6, 0.4], [0.5, 0.3, 0.2], among, DOUBT, 3)
            taken.append(perf_counter() - start)
        print(f"{name}: {median(taken) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
