"""The story in examples/: its commands as its README has them, the files they write, and how those are made again."""

import shlex
import shutil
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from tests.project.documents import ROOT, blocks

STORY = ROOT / "examples" / "story"
README = STORY / "README.md"
WRITING = ("--request-out", "--letter", "--output")
UNCOUNTED, COUNTED = "\nobserved: []\n", "\nobserved:\n"

Command = tuple[str, ...]


def told() -> list[list[Command]]:
    """The commands of each language, in order, without the name of the program."""
    sections = README.read_text(encoding="utf-8").split("\n# ")
    return [[tuple(shlex.split(line)[1:]) for line in _lines(section) if line.startswith("channelfit ")] for section in sections]


def _lines(section: str) -> list[str]:
    return [line for block in blocks(section, "sh") for line in block.content.splitlines()]


def writes(command: Command) -> str | None:
    """The file that a command of the story writes."""
    return next((value for option, value in pairwise(command) if option in WRITING), None)


def written() -> list[str]:
    return [name for command in told()[0] if (name := writes(command)) is not None]


def before(folder: Path) -> Path:
    """The story laid out where nothing of it has happened yet: what its commands write is not there."""
    return Path(shutil.copytree(STORY, folder, ignore=shutil.ignore_patterns(*written())))


def with_counts(designed: str, pilot: str) -> str:
    """The pilot as designed, with the counts of another version of it."""
    return designed.removesuffix(UNCOUNTED) + pilot[pilot.index(COUNTED) :]


def remade() -> dict[Path, str]:
    """What the commands write today, and the pilot that goes on from the design with the counts it has."""
    with tempfile.TemporaryDirectory() as folder:
        place = before(Path(folder) / "story")
        for command in told()[0]:
            if writes(command) is not None:
                subprocess.run([sys.executable, "-m", "channelfit", *command], cwd=place, stdout=subprocess.DEVNULL, timeout=120, check=True)
        files = {STORY / name: (place / name).read_text(encoding="utf-8") for name in written()}
    pilot = STORY / "pilot.yaml"
    return files | {pilot: with_counts(files[STORY / "pilot-designed.yaml"], pilot.read_text(encoding="utf-8"))}
