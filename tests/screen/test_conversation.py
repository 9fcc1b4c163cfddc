"""On a terminal without a request the questions are asked; what nobody knows stays missing, and the answers are kept."""

import sys
from pathlib import Path

import pytest

from tests.terminal import typed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
FIRST = ["Library", "Head of the library", "yes", "cultural-outreach", "", "", "parents; residents", "perhaps", "no"]  # the eighth cannot be used


def test_answers_are_kept_and_answered(tmp_path: Path, scrubbed: dict[str, str]) -> None:
    status, shown = typed("screen", "\n".join(FIRST) + "\n" * 60, tmp_path, scrubbed, "--lang", "en")
    kept = (tmp_path / "request.yaml").read_text(encoding="utf-8")
    assert status == 1, shown
    assert "“perhaps” is not what belongs here" in shown
    assert "  unit: Library\n" in kept
    assert "  audience: [parents, residents]\n" in kept
    assert "  # expected_change:" in kept
    assert "  # two_factor:  # two-factor authentication accepted (yes or no)" in kept
    assert "two-factor authentication accepted (yes or no):" in shown
    assert "DEFER." in shown


def test_the_file_may_be_named_beforehand(tmp_path: Path, scrubbed: dict[str, str]) -> None:
    typed("screen", "Médiathèque" + "\n" * 60, tmp_path, scrubbed, "--lang", "fr", "--request-out", "demande.yaml")
    assert (tmp_path / "demande.yaml").read_text(encoding="utf-8").startswith("# Une demande de compte.")


def test_an_interruption_leaves_nothing(tmp_path: Path, scrubbed: dict[str, str]) -> None:
    status, _ = typed("screen", "Library\n", tmp_path, scrubbed, "--lang", "en", interrupted_at="who asks")
    assert (status, list(tmp_path.glob("*.yaml"))) == (130, [])


def test_without_input_nobody_is_asked(tmp_path: Path, scrubbed: dict[str, str]) -> None:
    status, shown = typed("screen", "", tmp_path, scrubbed, "--no-input")
    assert (status, "nobody can be asked" in shown) == (2, True)


def test_nothing_answered_is_nothing_written(tmp_path: Path, scrubbed: dict[str, str]) -> None:
    status, shown = typed("screen", "\x04", tmp_path, scrubbed, "--lang", "en")
    assert (status, "no question was answered" in shown, list(tmp_path.glob("*.yaml"))) == (2, True, [])


def test_a_file_that_exists_is_left_alone_unless_somebody_says_yes(tmp_path: Path, scrubbed: dict[str, str]) -> None:
    (tmp_path / "request.yaml").write_text("mine\n", encoding="utf-8")
    status, shown = typed("screen", "Library\n\x04\x04", tmp_path, scrubbed, "--lang", "en")
    assert (status, "request.yaml exists" in shown) == (2, True), shown
    assert (tmp_path / "request.yaml").read_text(encoding="utf-8") == "mine\n"
