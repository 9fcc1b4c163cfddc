"""How long an answer takes, beside the bare imports that any such tool pays for.

    python benchmarks/advise.py [--runs N] [PYTHON...]

Whole processes, alternating, for the Python that runs this and for every other one given (a wheel installed elsewhere,
say). Warm: the compiled rulebook is there. Cold: an empty cache folder each time. Then one answer inside the process.
"""

import argparse
import os
import sys
import tempfile
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from timing import alternating, process, seconds

from channelfit import Brief, Edition, load_rulebook
from channelfit.advice.engine import Advisor
from channelfit.advice.look import outlook

BARE = "import typer, rich.console, rich.table, pydantic, yaml"
ASKED = ("advise", "--goal", "media-relations", "--audience", "journalists")
BRIEF = Brief(
    goals={"service-alerts": 3, "community-dialogue": 1},
    audiences={"commuters": 2, "residents": 1},
    facts={"country": "FR", "hours_per_week": 12, "exchange": "dialogue"},
)


def whole_process(python: Path, runs: int) -> None:
    command = [str(python.with_name("channelfit")), *ASKED]
    bare = [str(python), "-c", BARE]
    with tempfile.TemporaryDirectory() as folder:
        environ = {"PATH": os.environ["PATH"], "HOME": folder, "LC_ALL": "C.UTF-8"}
        warm, imports = alternating(runs, partial(process, command, environ), partial(process, bare, environ))
        cold = median(seconds(partial(process, command, {**environ, "HOME": f"{folder}/{run}"})) for run in range(max(3, runs // 3)))
    print(f"{python}")
    print(f"  bare imports   {imports * 1000:7.1f} ms")
    print(f"  advise, warm   {warm * 1000:7.1f} ms   {warm / imports:.2f} x")
    print(f"  advise, cold   {cold * 1000:7.1f} ms   {cold / imports:.2f} x")


def in_process(runs: int) -> None:
    rulebook = load_rulebook()
    edition = Edition(rulebook, date(2026, 11, 24), BRIEF.country)
    advisor = Advisor(edition)
    again, first = alternating(runs, lambda: advisor.advise(BRIEF), lambda: Advisor(edition).advise(BRIEF))
    advice = advisor.advise(BRIEF)
    [sure] = alternating(runs, lambda: outlook(advice, advisor))
    new_edition = median(seconds(lambda: Edition(rulebook, edition.as_of, BRIEF.country)) for _ in range(runs))
    print(f"in process: {len(edition.sheets)} channels, {len(edition.rules)} rules in force, 2 goals, 2 audiences")
    print(f"  edition of a day         {new_edition * 1000:6.2f} ms")
    print(f"  full advice, first       {first * 1000:6.2f} ms")
    print(f"  full advice, once more   {again * 1000:6.2f} ms")
    print(f"  how sure, and why not    {sure * 1000:6.2f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=25)
    parser.add_argument("pythons", nargs="*", type=Path, metavar="PYTHON", help="another Python that has channelfit installed")
    asked = parser.parse_args()
    for python in (Path(sys.executable), *asked.pythons):
        whole_process(python, asked.runs)
    in_process(asked.runs)


if __name__ == "__main__":
    main()
