"""The line of a file that something is about, with a marker under the place. Secrets are masked."""

from collections.abc import Iterable

from rich.cells import cell_len

from channelfit.source.place import Place, Span
from channelfit.source.secrets import without_secrets
from channelfit.words.safe import plain_line

MARGIN = 60  # how much of a long line stands before the marker
WIDTH = 96
INDENT = "  "


def snippet(place: Place, width: int = WIDTH) -> list[str]:
    """Two lines: what is written, at most `width` columns of it, and a marker under the span."""
    number = str(place.span.line)
    line = plain_line(without_secrets(place.text))
    start = min(max(0, place.span.column - 1 - min(MARGIN, width // 2)), len(line))
    before, marked = _cut(line, start, place, width)
    marker = " " * cell_len(before) + "^" * max(1, cell_len(marked))
    return [f"{INDENT}{number} | {_fit(line[start:], width)}".rstrip(), f"{INDENT}{' ' * len(number)} | {marker}"]


def room(place: Place, width: int) -> int:
    """The columns left for the text of a line, of `width` in all."""
    return max(1, width - len(f"{INDENT}{place.span.line} | "))


def _cut(line: str, start: int, place: Place, width: int) -> tuple[str, str]:
    """What is shown before the span and of the span. A mask is shorter than what it hides: the marker then ends with the line."""
    shown = _fit(line[start:], width)
    first = min(place.span.column - 1 - start, len(shown))
    if cell_len(shown[:first]) >= width:
        first = max(0, first - 1)
    return shown[:first], shown[first : first + _length(place.span, line)]


def _length(span: Span, line: str) -> int:
    return span.end_column - span.column if span.end_line == span.line else len(line)


def _fit(text: str, width: int) -> str:
    """As many characters as have room; wide ones take two columns."""
    return text if cell_len(text) <= width else "".join(_fitting(text, width))


def _fitting(text: Iterable[str], width: int) -> Iterable[str]:
    taken = 0
    for char in text:
        taken += cell_len(char)
        if taken > width:
            return
        yield char
