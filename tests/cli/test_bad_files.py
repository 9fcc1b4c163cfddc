"""What may be handed over as a brief without being one, through the real command: never a traceback, always a way out."""

import os
import stat
import threading
from pathlib import Path

import pytest

from tests.conftest import Run

GOOD = "goals: [media-relations]\naudiences: [journalists]\n"

REFUSED: dict[str, tuple[bytes, str]] = {
    "UTF-16": (GOOD.encode("utf-16"), "UTF-8"),
    "UTF-16 without a mark": (GOOD.encode("utf-16-le"), "UTF-8"),
    "Latin-1": (f"title: Été\n{GOOD}".encode("latin-1"), "line 1, column 8"),
    "a lone surrogate": (b'title: "\xed\xa0\x80"\n', "UTF-8"),
    "an escaped surrogate": (f'{GOOD}title: "\\uD800"\n'.encode(), "line 3"),
    "an escape sequence": (f"{GOOD}title: \x1b[31mred\n".encode(), "U+001B"),
    "a null byte": (b"goals: [a\0b]\n", "0x00"),
    "50,000 open brackets": (b"[" * 50_000, "100 levels"),
    "5,000 dashes": (b"- " * 5_000, "100 levels"),
    "two documents": (f"{GOOD}---\n{GOOD}".encode(), "a second document"),
    "a tag": (b"goals: !!python/object/apply:os.system [media-relations]\n", "!!python"),
    "an anchor in itself": (b"goals: &a [*a]\n", "contains itself"),
    "an alias to nothing": (b"goals: *nobody\n", "nobody"),
    "infinity": (f"{GOOD}facts: {{hours_per_week: .inf}}\n".encode(), "line 3, column 25"),
    "a number without end": (f"{GOOD}facts: {{hours_per_week: {'9' * 5000}}}\n".encode(), "out of range"),
    "a thousand billion and one": (f"{GOOD}facts: {{hours_per_week: 1000000000001}}\n".encode(), "out of range"),
    "65 KiB of title": (f"{GOOD}title: {'x' * 66_000}\n".encode(), "64 KiB"),
    "a key without end": (f"{GOOD}{'x' * 70_000}: 1\n".encode(), "line 3"),
    "nothing": (b"", "empty"),
    "blanks": (b"  \n\n", "empty"),
    "null": (b"null\n", "goals"),
    "a list": (b"- goals\n", "goals"),
}


@pytest.mark.parametrize(("content", "said"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_with_a_reason(call: Run, tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "brief.yaml").write_bytes(content)
    done = call("advise", "brief.yaml", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "to mend it:" in done.stderr
    assert len(done.stderr) < 20_000
    assert not set("\x00\x1b\u202e") & set(done.stderr)


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r").encode(),
        f"%YAML 1.2\n---\n{GOOD}...\n".encode(),
        f"x-mine: &a {{deep: [1, 2]}}\nx-again: *a\n{GOOD}".encode(),
        f"{GOOD}title:\nfacts:\nterritory:\nconsider: []\nas_of:\ndecided:\n".encode(),
        f"{GOOD}territory: {{population_by_age: }}\n".encode(),
    ],
    ids=["a byte order mark", "CRLF", "CR", "a YAML head", "keys of one’s own", "keys written with nothing", "a table written with nothing"],
)
def test_it_is_read(call: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "brief.yaml").write_bytes(content)
    assert call("advise", "brief.yaml", "--quiet").returncode == 0


def test_a_place_after_a_byte_order_mark_and_crlf_is_right(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode() + b"foo: 1\r\n")
    assert "brief.yaml, line 3, column 1\n  3 | foo: 1\n    | ^^^" in run("advise", "brief.yaml", "--lang", "en").stderr


@pytest.mark.parametrize(("path", "said"), [("/dev/null", "empty"), ("/dev/zero", "64 MiB"), ("", "no file"), ("a\nb\x1b[31m", "no file")])
def test_a_path_that_is_no_brief(run: Run, path: str, said: str) -> None:
    done = run("advise", path, "--lang", "en")
    assert done.returncode == 2
    assert said in done.stderr
    assert "\x1b" not in done.stderr


def test_a_pipe_with_a_name(run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(GOOD,), daemon=True)
    writer.start()
    assert run("advise", "pipe", "--quiet").returncode == 0


def test_everything_wrong_is_told_in_the_order_of_the_file(run: Run, tmp_path: Path) -> None:
    """What the parser finds and what the reader finds come in one run."""
    (tmp_path / "brief.yaml").write_text(
        "what: 1\ngoals: [nothing]\ngoals: [reputation]\naudiences: {youth: -1, parents: .nan}\nfacts: {country: UK, personal_data: maybe}\n"
        "as_of: soon\nterritory: {population_by_age: {kids: 1}}\nconsider: [!!str x/account]\ntitle: []\n",
        encoding="utf-8",
    )
    done = run("advise", "brief.yaml", "--lang", "en")
    places = [line.partition("brief.yaml, ")[2] for line in done.stderr.splitlines() if "  brief.yaml, " in line]
    assert places == [
        "line 1, column 1", "line 2, column 9", "line 3, column 1", "line 4, column 20", "line 4, column 33", "line 5, column 18",
        "line 5, column 37", "line 6, column 8", "line 7, column 33", "line 8, column 12",
    ]  # fmt: skip
    assert "10 problems found" in done.stderr


def test_thousands_of_problems_are_counted_and_the_first_are_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text(f"goals: [{', '.join(['bogus'] * 5000)}]\naudiences: [journalists]\n", encoding="utf-8")
    done = run("advise", "brief.yaml", "--lang", "en")
    assert "5,000 problems found, the first 50" in done.stderr.replace("5000", "5,000")
    assert done.stderr.count("public-information") == 1, "what is known is listed once"


MARKUP = r'title: "\e[31mred\e[0m [red]x[/red] <b>&amp;</b> [l](http://e.com) \u202Eabc \n# head | cell"'


@pytest.mark.parametrize("chosen", ["text", "markdown"])
def test_a_title_is_a_text_and_nothing_else(call: Run, tmp_path: Path, chosen: str) -> None:
    decided = r'decided: {channels: [facebook/group], because: "\e[2J[bold]b[/bold] \n## no"}'
    (tmp_path / "brief.yaml").write_text(f"{GOOD}{MARKUP}\n{decided}\nx-note: '[red]'\n", encoding="utf-8")
    done = call("advise", "brief.yaml", "--format", chosen, COLUMNS="200")
    assert done.returncode == 0
    assert not {"\x1b", "\u202e"} & set(done.stdout)
    assert "\n# head" not in done.stdout
    assert "\n## no" not in done.stdout
    if chosen == "text":
        assert "[red]x[/red] <b>&amp;</b> [l](http://e.com)" in done.stdout
    else:
        assert r"\[red\]x\[/red\] \<b\>\&amp;\</b\> \[l\]\(" in done.stdout
        assert "http://" not in done.stdout


def test_a_title_with_colour_sequences_stays_dark_in_colour(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text(f'{GOOD}title: "\\e[2Jgone"\n', encoding="utf-8")
    assert "\x1b[2J" not in run("advise", "brief.yaml", FORCE_COLOR="1").stdout


@pytest.mark.parametrize(
    ("written", "value"), [("yes", True), ("oui", True), ("True", True), ("no", False), ("non", False), ("NO", False), ("false", False)]
)
def test_booleans_as_people_say_them(call: Run, written: str, value: bool) -> None:
    done = call("advise", "-", "--format", "json", stdin=f"{GOOD}facts: {{personal_data: {written}}}\n")
    assert f'"personal_data": {str(value).lower()}' in done.stdout


def test_norway_is_a_country_and_on_a_key(run: Run) -> None:
    brief = f"{GOOD}facts: {{country: NO}}\ndecided: {{on: 2026-11-02, channels: [facebook/group]}}\n"
    done = run("advise", "-", "--lang", "en", stdin=brief)
    assert "country: NO" in done.stdout
    assert "2 November 2026" in done.stdout


@pytest.mark.parametrize("day", ["2026-11-23T10:00:00Z", "20261123", "2026-1-1", "23/11/2026", "2026-02-30"])
def test_a_day_is_written_one_way(call: Run, day: str) -> None:
    done = call("advise", "-", stdin=f"{GOOD}as_of: {day}\n", LC_ALL="fr_FR.UTF-8")
    assert done.returncode == 2
    assert "entrée standard, ligne 3, colonne 8" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(run: Run, tmp_path: Path) -> None:  # pragma: no cover
    (tmp_path / "shut").mkdir()
    (tmp_path / "shut").chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert run("advise", "-", "--output", "shut/answer.txt", stdin=GOOD).returncode == 2
