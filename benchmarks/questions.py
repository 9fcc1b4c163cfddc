"""How long a step of the conversation takes: after an answer, which questions are still worth asking.

    python benchmarks/questions.py [--seeds N]

Every example brief is talked through with answers by lot, several times; times are of the processor, in this process.
"""

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from msgspec.structs import replace

from channelfit import Brief, Edition, load_rulebook
from channelfit.advice.engine import Advisor
from channelfit.advice.questions import questions
from channelfit.advice.read_brief import read_brief
from channelfit.rulebook.model import Fact, Rulebook
from channelfit.source.parse import parse

BRIEFS = Path(__file__).parents[1] / "examples" / "briefs"
NUMBERS = (0, 4, 60, 10000)
DAY = date(2026, 11, 25)


def by_lot(fact: Fact, lot: Random) -> bool | float | str | tuple[str, ...]:
    options = [option.id for option in fact.options]
    if fact.kind == "boolean":
        return lot.random() < 1 / 2
    if fact.kind == "number":
        return lot.choice(NUMBERS)
    return lot.choice(options) if fact.kind == "choice" else tuple(option for option in options if lot.random() < 1 / 2)


def steps(brief: Brief, rulebook: Rulebook, advisor: Advisor, lot: Random) -> Iterator[float]:
    facts = {fact.id: fact for fact in rulebook.facts}
    while True:
        start = process_time()
        found = questions(brief, advisor)
        yield process_time() - start
        if not found:
            return
        name = found[0].fact
        brief = replace(brief, facts={**brief.facts, name: by_lot(facts[name], lot)})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=5)
    seeds = parser.parse_args().seeds
    rulebook = load_rulebook()
    for path in sorted(BRIEFS.glob("*.yaml")):
        brief = read_brief(parse(path.read_text(encoding="utf-8"), path.name), rulebook)
        advisor = Advisor(Edition(rulebook, brief.as_of or DAY, brief.country))
        advisor.advise(brief)
        taken = [seconds for seed in range(seeds) for seconds in steps(brief, rulebook, advisor, Random(seed))]
        print(f"{path.stem:24} {len(taken):4} steps   median {median(taken) * 1000:5.1f} ms   slowest {max(taken) * 1000:5.1f} ms")


if __name__ == "__main__":
    main()
