"""A brief that cannot be used: exit 2, the place, what is expected and how to mend it; nothing on standard output, nothing lost."""

from pathlib import Path

import pytest

from tests.conftest import Run

GOOD = "goals: [media-relations]\naudiences: [journalists]\n"

BAD: dict[str, tuple[str, str, str]] = {
    "an unknown goal": ("goals: [media-relatoins]\naudiences: [journalists]\n", "line 1, column 9", "media-relations"),
    "a goal in other words": ("goals: [presse]\naudiences: [journalists]\n", "line 1, column 9", "media-relations"),
    "an unknown audience": ("goals: [media-relations]\naudiences: {journalist: 2}\n", "line 2, column 13", "journalists"),
    "an unknown channel": (GOOD + "consider: [twiter]\n", "line 3, column 12", "x/account"),
    "an unknown fact": (GOOD + "facts: {hour_per_week: 3}\n", "line 3, column 9", "hours_per_week"),
    "an unknown key": (GOOD + "audience: [youth]\n", "line 3, column 1", "audiences"),
    "a text for a number": (GOOD + "facts: {hours_per_week: a few}\n", "line 3, column 25", "a number"),
    "a number for a boolean": (GOOD + "facts: {personal_data: 1}\n", "line 3, column 24", "true or false"),
    "an answer nobody offers": (GOOD + "facts: {moderation: sometimes}\n", "line 3, column 21", "office-hours"),
    "a country that is no code": (GOOD + "facts: {country: France}\n", "line 3, column 18", "FR"),
    "a day that is none": (GOOD + "as_of: 2026-02-30\n", "line 3, column 8", "2026-"),
    "a negative weight": ("goals: {media-relations: -1}\naudiences: [journalists]\n", "line 1, column 26", "0 or more"),
    "a weight that is not a number": ("goals: {media-relations: lots}\naudiences: [journalists]\n", "line 1, column 26", "a number"),
    "all weights zero": ("goals: {media-relations: 0, reputation: 0}\naudiences: [journalists]\n", "line 1, column 8", "above zero"),
    "no goals": ("goals: []\naudiences: [journalists]\n", "line 1, column 1", "at least one"),
    "goals left out": ("audiences: [journalists]\n", "line 1, column 1", "goals:"),
    "a goal twice": ("goals: [media-relations, media-relations]\naudiences: [journalists]\n", "line 1, column 26", "once"),
    "a key twice": (GOOD + "goals: [reputation]\n", "line 3, column 1", "first on line 1"),
    "a list of lists": ("goals: [[media-relations]]\naudiences: [journalists]\n", "line 1, column 9", "an id"),
    "a sentence for a brief": ("reach the young\n", "line 1, column 1", "goals"),
    "not YAML": ("goals: [media-relations\naudiences: {\n", "line 2", "bracket"),
    "half a file": ("goals: [media-relations]\naudiences: [jour", "line 2", "bracket"),
    "an age band that is none": (GOOD + "territory: {population_by_age: {young: 3}}\n", "line 3, column 33", "15-24"),
    "a hidden control sequence": (GOOD + 'title: "\\e[31mred"\nfacts: {moderation: "\\e[31m"}\n', "line 4", "office-hours"),
}


@pytest.mark.parametrize(("text", "place", "help_"), BAD.values(), ids=BAD)
def test_the_message_names_the_place_and_the_way_out(call: Run, tmp_path: Path, text: str, place: str, help_: str) -> None:
    (tmp_path / "brief.yaml").write_text(text, encoding="utf-8")
    done = call("advise", "brief.yaml", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"brief.yaml, {place}" in done.stderr
    assert help_ in done.stderr
    assert "to mend it:" in done.stderr
    assert "\x1b" not in done.stderr
    assert "Traceback" not in done.stderr


def test_all_that_is_wrong_is_said_in_one_run(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text("goals: [nothing]\naudiences: [nobody]\nfacts: {hours_per_week: -1}\ncolour: red\n", encoding="utf-8")
    done = run("advise", "brief.yaml", "--lang", "en")
    assert done.returncode == 2
    assert done.stderr.count("error:") == 4


def test_in_french_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text("goals: [presse]\naudiences: [journalists]\n", encoding="utf-8")
    done = run("advise", "brief.yaml", "--lang", "fr")
    assert done.returncode == 2
    assert "brief.yaml, ligne 1, colonne 9" in done.stderr
    assert "vouliez-vous dire media-relations" in done.stderr


def test_bytes_that_are_no_text(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_bytes(b"goals: [media-relations]\naudiences: [\xff\xfe]\n")
    done = run("advise", "brief.yaml", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "line 2" in done.stderr
    assert "UTF-8" in done.stderr


def test_a_picture(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
    assert run("advise", "brief.yaml").returncode == 2


def test_a_hundred_megabytes(run: Run, tmp_path: Path) -> None:
    with (tmp_path / "brief.yaml").open("wb") as file:
        file.truncate(100 * 2**20)
    done = run("advise", "brief.yaml", "--lang", "en")
    assert done.returncode == 2
    assert "64 MiB" in done.stderr


def test_aliases_that_multiply(run: Run, tmp_path: Path) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"] + [
        f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    (tmp_path / "brief.yaml").write_text("\n".join(lines), encoding="utf-8")
    done = run("advise", "brief.yaml", "--lang", "en")
    assert done.returncode == 2
    assert "aliases" in done.stderr


def test_a_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "one.yaml").write_text(GOOD, encoding="utf-8")
    done = run("advise", "briefs", "--lang", "en")
    assert done.returncode == 2
    assert "one.yaml" in done.stderr


def test_a_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text(GOOD, encoding="utf-8")
    done = run("advise", "breif.yaml", "--lang", "en")
    assert done.returncode == 2
    assert "did you mean brief.yaml" in done.stderr


def test_a_file_that_may_not_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the refusal is tested where it is handled."""
    from channelfit.source import read
    from channelfit.source.place import Unusable

    def refuse(path: str) -> bytes:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(read, "_file_bytes", refuse)
    with pytest.raises(Unusable) as refused:
        read.read_text("brief.yaml")
    assert refused.value.problems[0].code == "file-forbidden"


def test_an_output_that_cannot_be_written_loses_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text(GOOD, encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    done = run("advise", "brief.yaml", "--output", "nowhere/answer.txt", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "nowhere/answer.txt" in done.stderr
    assert sorted(tmp_path.iterdir()) == before
