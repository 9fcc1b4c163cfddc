"""A broken file among good ones: it is told, and so is that the others were checked."""

from pathlib import Path

import pytest

from tests.conftest import Run

GOOD = "organisation: {name: Bourg}\naccounts: [{id: fb, channel: facebook/page, owner: {unit: , role: }}]\n"
BROKEN = "accounts: [{id: fb, chanel: facebook/page}]\n"


@pytest.mark.parametrize(("lang", "rest"), [("en", "the rest was checked."), ("fr", "le reste a été contrôlé.")])
def test_the_rest_is_checked_and_said_to_be(call: Run, tmp_path: Path, lang: str, rest: str) -> None:
    (tmp_path / "good.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    done = call("audit", "good.yaml", "broken.yaml", "--lang", lang)
    assert done.returncode == 2
    assert "[owner-missing]" in done.stdout
    assert done.stderr.rstrip().endswith(rest)


def test_nothing_was_done_where_nothing_could_be_read(call: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    done = call("audit", "broken.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.rstrip().endswith("nothing was done.")
