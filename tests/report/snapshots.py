"""What the audit of a small town says, kept as files. After a change that is meant: python -m tests.report.snapshots."""

from collections.abc import Iterator
from pathlib import Path

from channelfit.report.audit import writer
from channelfit.rulebook.text import Language
from tests.report.audits import DATA, report_on, town

FOLDER = DATA / "snapshots"
LANGUAGES: tuple[Language, ...] = ("fr", "en")
ENDINGS = {"text": "txt", "json": "json"}


def snapshots() -> Iterator[tuple[Path, str]]:
    """Each file, and what it should hold today."""
    for lang in LANGUAGES:
        for chosen, ending in ENDINGS.items():
            yield FOLDER / f"town.{lang}.{ending}", writer(chosen)(report_on(town(), lang))


def refresh() -> None:
    for path, text in snapshots():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    refresh()
