"""The line of a file with its marker."""

from time import monotonic

import pytest
from rich.cells import cell_len

from channelfit.report.snippet import snippet
from channelfit.source.place import Place, Span


def place(text: str, column: int, end: int, line: int = 7) -> Place:
    return Place("a.yaml", Span(line, column, line, end), text)


def test_the_marker_stands_under_the_span() -> None:
    assert snippet(place("key: value", 6, 11)) == ["  7 | key: value", "    |      ^^^^^"]


def test_wide_characters_move_the_marker() -> None:
    assert snippet(place("漢字: value", 5, 10)) == ["  7 | 漢字: value", "    |       ^^^^^"]


def test_a_place_after_the_end_is_marked_once() -> None:
    assert snippet(place("key:", 5, 5)) == ["  7 | key:", "    |     ^"]


def test_control_characters_are_shown_as_such() -> None:
    assert snippet(place("a\x1b[31mb", 1, 2))[0] == "  7 | a\ufffd[31mb"


@pytest.mark.parametrize(
    "text", ["password: hunter2", "{token: 'hunter2', x: 1}", "mot de passe = hunter2", "credentials: hunter2", "my-api_key_2: hunter2"]
)
def test_secrets_are_masked(text: str) -> None:
    assert "hunter2" not in "".join(snippet(place(text, 1, len(text))))


def test_what_only_resembles_a_secret_is_shown() -> None:
    assert "spreadsheet" in snippet(place("credential_store: spreadsheet", 1, 5))[0]


@pytest.mark.parametrize("text", ["x" * 60_000, "secret" * 10_000, "secret " * 9_000])
def test_a_long_line_is_no_burden(text: str) -> None:
    start = monotonic()
    snippet(place(text, 1, 5))
    assert monotonic() - start < 1


@pytest.mark.parametrize("column", [1, 30, 300, 2900])
@pytest.mark.parametrize("width", [2, 10, 50, 96])
@pytest.mark.parametrize("letter", ["x", "漢"])
def test_long_lines_are_cut_around_the_place(letter: str, width: int, column: int) -> None:
    line, marker = snippet(place(letter * 3000, column, column + 40), width)
    assert cell_len(line.removeprefix("  7 | ")) <= width
    assert cell_len(marker.removeprefix("    | ")) <= width
    assert "^" in marker
