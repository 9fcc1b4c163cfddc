"""Plans against an exact solver of another make: from the JSON of a brief, and for forty channels."""

import importlib.util
import json
from types import ModuleType
from typing import Any

import pytest

from channelfit.method.plan_frontier import solve
from channelfit.method.plan_problem import Level, Problem
from tests.conftest import Run
from tests.project.documents import ROOT

NEAR = 1e-6  # the tangents end within a tenth of it
UNITS = 2


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    """The benchmark, which has the mixed-integer model."""
    spec = importlib.util.spec_from_file_location("plan_benchmark", ROOT / "benchmarks" / "plan.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", range(6))
def test_forty_channels(bench: ModuleType, seed: int) -> None:
    problem, capacity = bench.instance(seed), 10 + 9 * seed
    found = solve(problem, capacity)
    assert found.plan is not None
    assert found.proven
    assert found.plan.value == pytest.approx(bench.by_cuts(problem, capacity, bench.highs), abs=NEAR)


def problem_of(answer: dict[str, Any]) -> Problem:
    """The problem that `cells` and `costs` pose."""
    channels = tuple(
        tuple(Level(round(cost * UNITS), tuple(cell["effect"][name][level] for cell in answer["cells"])) for level, cost in costs.items())
        for name, costs in answer["costs"].items()
    )
    return Problem(tuple(cell["weight"] for cell in answer["cells"]), channels)


@pytest.mark.parametrize(("brief", "hours"), [("traffic-information", 12), ("university-recruitment", 16), ("research-results", 9)])
def test_the_json_of_a_brief(bench: ModuleType, call: Run, brief: str, hours: int) -> None:
    path = ROOT / "examples" / "briefs" / f"{brief}.yaml"
    answer = json.loads(call("plan", str(path), "--hours", str(hours), "--as-of", "2026-11-24", "--format", "json").stdout)
    assert answer["required"] == []
    assert answer["proven_gap"] == 0
    assert answer["objective"] == pytest.approx(bench.by_cuts(problem_of(answer), hours * UNITS, bench.highs), abs=NEAR)
