"""How many rules and checks the cases would miss: each taken away, then each turned into its contrary, one at a time.

    python benchmarks/mutation.py [--list]

A rule that gives points counts as caught only where an order, a first or a verdict fails, never where a case merely names it. The contrary of
a rule holds where its condition does not; a rule without a condition has its points or its share turned round, and any other is taken away.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from time import perf_counter

from channelfit.cases.decisive import Decisive
from channelfit.cases.gather import gather_cases
from channelfit.cases.model import Case
from channelfit.cases.run import Runner
from channelfit.report.rule import kind_of
from channelfit.rulebook.checks import Check
from channelfit.rulebook.load import load_rulebook
from channelfit.rulebook.model import Rule


def missed(rules: Sequence[Rule], checks: Sequence[Check], rule: Callable[[Rule], Case | None], check: Callable[[Check], Case | None]) -> list[str]:
    """The rules and checks whose change no case notices."""
    return [f"{kind_of(one)} {one.id}" for one in rules if rule(one) is None] + [f"check {one.id}" for one in checks if check(one) is None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--list", action="store_true", help="name what no case notices")
    listed = parser.parse_args().list
    rulebook = load_rulebook()
    rules, checks = rulebook.rules, rulebook.checklist().checks
    runner = Runner(rulebook)
    start = perf_counter()
    outcomes = [runner.run(case) for case in gather_cases(rulebook, (), date(2026, 11, 24))]
    decisive = Decisive(outcomes, runner)
    print(f"{len(outcomes)} cases; {len(rules)} rules, {len(checks)} checks: {dict(Counter(map(kind_of, rules)))}")
    for how, rule, check in (
        ("taken away", decisive.without, decisive.without_check),
        ("turned round", decisive.against, decisive.against_check),
    ):
        found = missed(rules, checks, rule, check)
        number = len(rules) + len(checks)
        print(f"{how:<14}{100 * (number - len(found)) / number:6.1f} % noticed ({number - len(found)} of {number})")
        if listed:
            print("".join(f"    {name}\n" for name in found), end="")
    print(f"{perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
