"""How long works take, run in turn."""

import subprocess
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from time import perf_counter


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def alternating(runs: int, *works: Callable[[], object]) -> list[float]:
    """The median of each work, all of them run in turn so that a busy machine slows them alike."""
    for work in works:
        work()
    taken = [[seconds(work) for work in works] for _ in range(runs)]
    return [median(row[index] for row in taken) for index in range(len(works))]


def process(command: Sequence[str], environ: Mapping[str, str]) -> None:
    subprocess.run(command, env=environ, stdout=subprocess.DEVNULL, check=True)
