"""What import makes of whole registers, row by row accounted for, and where each account was put.

    python benchmarks/registers.py FOLDER [--show N]

Every CSV and JSON file below FOLDER that holds accounts is read. `--show` prints that many accounts and rows set aside of each kind, drawn
at random, to be judged by eye. A file without a column of networks or addresses is named and left out.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from channelfit import load_rulebook
from channelfit.intake.model import Imported
from channelfit.intake.run import Importer
from channelfit.source.place import Unusable

FORMS = (".csv", ".json")
SEED = 20261125
MOST_SHOWN = 150  # characters of a line


def main(arguments: Sequence[str]) -> int:
    folder = Path(arguments[0])
    shown = int(arguments[arguments.index("--show") + 1]) if "--show" in arguments else 0
    importer = Importer(load_rulebook(), {}, {}, None)
    for path in sorted(path for path in folder.rglob("*") if path.suffix in FORMS):
        try:
            outcome = importer.run(str(path), path.name)
        except Unusable as refused:
            print(f"\n{path.relative_to(folder)}: left out ({', '.join(problem.code for problem in refused.problems)})")
            continue
        print(
            f"\n{path.relative_to(folder)}: {outcome.rows} rows = {outcome.used} used + {outcome.merged} merged + {len(outcome.set_aside)} set aside"
        )
        for kind, lines in sorted(_kinds(outcome).items(), key=lambda item: -len(item[1])):
            print(f"{len(lines):8} {kind}")
            for line in random.Random(SEED).sample(lines, min(shown, len(lines))):
                print(f"{'':10} {line[:MOST_SHOWN]}")
    return 0


def _kinds(outcome: Imported) -> dict[str, list[str]]:
    """The lines of each channel and of each reason."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for kind, line in _lines(outcome):
        found[kind].append(line)
    return found


def _lines(outcome: Imported) -> Iterator[tuple[str, str]]:
    for account in outcome.accounts:
        yield account.channel, f"{account.row}: {account.facts.get('url') or account.facts.get('handle')}"
    for item in outcome.set_aside:
        yield f"set aside: {item.reason}", f"{item.row}: {item.values}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
