"""How long a plan and a frontier take, beside exact solvers where they are installed (pip install highspy ortools).

    python benchmarks/plan.py [--seeds N] [--slow]

40 channels × 8 cells × 3 levels. The solvers get the same problem as a mixed-integer one: a cell's coverage lies below
tangents of 1 − e^−T, and a tangent is added where the answer lies until the bound is met. --slow runs CP-SAT too.
"""

import argparse
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from math import exp, log1p
from random import Random
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

from channelfit.method.plan_frontier import frontier, solve
from channelfit.method.plan_problem import Level, Problem, value

EFFECTS = ((0.5, 0.5), (0.8, 1.0), (1.0, 2.0))
HOURS = 24  # half-hours of the single plan
LAST = 80  # half-hours of the frontier's last plan
EVERY = 8  # of whose plans the others make one in so many
NEAR = 1e-7
SCALE = 10**6  # CP-SAT counts in whole numbers

Row = list[float]


class Bowed(NamedTuple):
    """The mixed-integer problem: weights by cell, T as [channel][level][cell], costs, tangent points by cell."""

    weights: tuple[float, ...]
    logs: list[list[Row]]
    costs: list[list[int]]
    points: list[Row]


Solver = Callable[[Bowed, int], list[int]]


def instance(seed: int, *, noise: float | None = None) -> Problem:
    """Channels drawn at random, or, with noise, five kinds of channel eight times over."""
    random = Random(seed)
    raw = [random.random() for _ in range(8)]
    kinds = [[random.betavariate(0.8, 3) for _ in raw] for _ in range(5)]
    channels = []
    for c in range(40):
        usual = random.choice([1, 2, 2, 3, 4, 4, 6, 8, 10]) if noise is None else [4, 2, 6, 8, 4][c % 5]
        if noise is None:
            full = [random.betavariate(0.8, 3) * random.choice([0.13, 0.3, 0.44, 0.67, 1]) for _ in raw]
        else:
            full = [min(0.98, max(0.0, share + random.gauss(0, noise))) for share in kinds[c % 5]]
        channels.append(tuple(Level(max(1, round(usual * part)), tuple(share * effect for share in full)) for effect, part in EFFECTS))
    return Problem(tuple(weight / sum(raw) for weight in raw), tuple(channels))


def bowed(problem: Problem) -> Bowed:
    logs = [[[-log1p(-share) for share in level.reach] for level in channel] for channel in problem.channels]
    return Bowed(
        problem.weights, logs, [[level.cost for level in channel] for channel in problem.channels], [[0.0, 0.5, 1.5, 3.0] for _ in problem.weights]
    )


def by_cuts(problem: Problem, capacity: int, solver: Solver) -> float:
    """The optimum, by tangents added until the answer's coverage is within NEAR of what they promise it."""
    model = bowed(problem)
    while True:
        levels = solver(model, capacity)
        exposed = [sum(logs[level - 1][k] for logs, level in zip(model.logs, levels, strict=True) if level) for k in range(len(problem.weights))]
        promised = sum(
            weight * min(1.0, *(1 - exp(-x) + exp(-x) * (t - x) for x in points))
            for weight, t, points in zip(problem.weights, exposed, model.points, strict=True)
        )
        if promised - value(problem, levels) < NEAR:
            return value(problem, levels)
        for points, t in zip(model.points, exposed, strict=True):
            points.append(t)


def highs(model: Bowed, capacity: int) -> list[int]:
    engine: Any = import_module("highspy").Highs()
    engine.silent()
    engine.setOptionValue("mip_rel_gap", 0.0)
    engine.setOptionValue("mip_abs_gap", NEAR / 10)
    taken = [[engine.addBinary() for _ in row] for row in model.logs]
    covered = [engine.addVariable(0.0, 1.0) for _ in model.weights]
    for row in taken:
        engine.addConstr(sum(row) <= 1)
    engine.addConstr(sum(cost * x for costs, row in zip(model.costs, taken, strict=True) for cost, x in zip(costs, row, strict=True)) <= capacity)
    for k, (z, points) in enumerate(zip(covered, model.points, strict=True)):
        exposure = sum(logs[k] * x for rows, row in zip(model.logs, taken, strict=True) for logs, x in zip(rows, row, strict=True))
        for at in points:
            engine.addConstr(z - exp(-at) * exposure <= 1 - exp(-at) * (1 + at))
    engine.maximize(sum(weight * z for weight, z in zip(model.weights, covered, strict=True)))
    return [next((level for level, x in enumerate(row, 1) if engine.val(x) > 0.5), 0) for row in taken]


def cp_sat(model: Bowed, capacity: int) -> list[int]:
    cp_model: Any = import_module("ortools.sat.python.cp_model")
    engine = cp_model.CpModel()
    taken = [[engine.new_bool_var("") for _ in row] for row in model.logs]
    covered = [engine.new_int_var(0, SCALE, "") for _ in model.weights]
    for row in taken:
        engine.add_at_most_one(row)
    engine.add(sum(cost * x for costs, row in zip(model.costs, taken, strict=True) for cost, x in zip(costs, row, strict=True)) <= capacity)
    for k, (z, points) in enumerate(zip(covered, model.points, strict=True)):
        for at in points:
            slope = exp(-at)
            terms = (
                round(SCALE * slope * logs[k]) * x for rows, row in zip(model.logs, taken, strict=True) for logs, x in zip(rows, row, strict=True)
            )
            engine.add(z <= round(SCALE * (1 - slope * (1 + at))) + sum(terms))
    engine.maximize(sum(round(1000 * weight) * z for weight, z in zip(model.weights, covered, strict=True)))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = 60
    solver.solve(engine)
    return [next((level for level, x in enumerate(row, 1) if solver.value(x)), 0) for row in taken]


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = perf_counter()
    answer = work()
    return perf_counter() - start, answer


def ours(name: str, problem: Problem) -> float:
    one = [timed(lambda: solve(problem, HOURS)) for _ in range(5)]
    many = [timed(lambda: frontier(problem, LAST)) for _ in range(3)]
    found, points = one[0][1].plan, [point.plan for point in many[0][1]]
    print(f"{name:<16} plan      {median(taken for taken, _ in one) * 1000:8.1f} ms   coverage {found.value:.7f}  gap {found.gap:.1e}")
    print(
        f"{'':<16} frontier  {median(taken for taken, _ in many) * 1000:8.1f} ms   {len(points)} plans, largest gap {max(p.gap for p in points):.1e}"
    )
    return float(found.value)


def others(problem: Problem, value_of_ours: float, *, slow: bool) -> None:
    solvers: list[tuple[str, str, Solver]] = [("HiGHS", "highspy", highs), ("CP-SAT", "ortools", cp_sat)]
    for name, package, solver in solvers[: 2 if slow else 1]:
        if find_spec(package) is None:
            print(f"{'':<16} {name}: not installed")
            continue
        taken, found = timed(partial(by_cuts, problem, HOURS, solver))
        print(f"{'':<16} {name:<9} {taken * 1000:8.1f} ms   coverage {found:.7f}  ours less theirs {value_of_ours - found:+.1e}")
        if name == "HiGHS":
            their_frontier(name, problem, solver)


def their_frontier(name: str, problem: Problem, solver: Solver) -> None:
    """One plan in so many of the frontier, one by one: the other solvers learn nothing from one capacity for the next."""
    capacities = range(0, LAST + 1, EVERY)
    taken, found = timed(lambda: [by_cuts(problem, units, solver) for units in capacities])
    points = frontier(problem, LAST)
    apart = max(abs(value - plan.value) for units, value in zip(capacities, found, strict=True) if (plan := points[units].plan))
    print(f"{'':<16} {name:<9} {taken * 1000:8.1f} ms   {len(found)} plans of the frontier, largest difference {apart:.1e}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--seeds", type=int, default=4)
    parser.add_argument("--slow", action="store_true", help="CP-SAT too, up to a minute a round, and the others on near-clones")
    asked = parser.parse_args()
    for seed in range(asked.seeds):
        for name, noise in ((f"random {seed}", None), (f"near-identical {seed}", 0.004)):
            problem = instance(seed, noise=noise)
            value_of_ours = ours(name, problem)
            if noise is None or asked.slow:  # near-clones keep the other solvers busy for half an hour
                others(problem, value_of_ours, slow=asked.slow)


if __name__ == "__main__":
    main()
