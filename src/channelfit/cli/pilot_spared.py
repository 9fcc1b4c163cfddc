"""A pilot in which something was counted is never written over: its counts are nowhere else."""

from pathlib import Path

from channelfit.source.data import plain
from channelfit.source.parse import parse_whole
from channelfit.source.place import Problem, Unusable
from channelfit.source.read import STDIN, read_text

OBSERVED = "observed"


def spare_counts(path: str | None) -> None:
    """Raises Unusable where a file stands that has counts, or that speaks of counts and cannot be read."""
    if path in (None, STDIN) or not Path(path).is_file():
        return
    text = read_text(path)
    if OBSERVED not in text:
        return
    kept = plain(parse_whole(text, path).root)
    if isinstance(kept, dict) and kept.get(OBSERVED):
        raise Unusable([Problem("pilot-counted", params={"file": path})])
