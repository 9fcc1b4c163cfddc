"""The towns in examples/presence: one that shows what an audit finds, one that it finds in order."""

import json
import re
from pathlib import Path

import pytest

from channelfit.report.audit import WRITERS
from tests.conftest import Run
from tests.project.documents import ROOT

FOLDER = ROOT / "examples" / "presence"
TOWN, KEPT, OBSERVED = FOLDER / "ville-saint-aubin.yaml", FOLDER / "ville-exemplaire.yaml", FOLDER / "observed.txt"
DAY = ("--as-of", "2026-11-24")
ENOUGH = 25  # different checks that the first town shows


def test_the_first_town_shows_many_checks_of_every_severity_and_family(call: Run) -> None:
    done = call("audit", str(TOWN), "--observed", str(OBSERVED), "--format", "json", *DAY)
    assert (done.returncode, done.stderr) == (1, "")
    audit = json.loads(done.stdout)
    assert audit["summary"]["accounts"] == 15
    assert len({finding["check"] for finding in audit["findings"]}) >= ENOUGH
    assert {finding["severity"] for finding in audit["findings"]} == {"error", "warning", "info"}
    assert {finding["scope"] for finding in audit["findings"]} == {"account", "pair", "person", "organisation", "undeclared"}


def test_one_exception_is_in_force_one_is_past_and_one_is_of_no_use(call: Run) -> None:
    audit = json.loads(call("audit", str(TOWN), "--format", "json", *DAY).stdout)
    found = {finding["check"] for finding in audit["findings"]}
    assert audit["summary"]["ignored"] == 1
    assert {"exception-expired", "exception-unused"} <= found
    assert {"exception-without-reason", "exception-without-end", "blocking-without-procedure"}.isdisjoint(found)


def test_what_was_seen_in_the_wild_is_known_new_or_a_look_alike(call: Run) -> None:
    audit = json.loads(call("audit", str(TOWN), "--observed", str(OBSERVED), "--format", "json", *DAY).stdout)
    seen = {finding["subjects"][0]: finding["check"] for finding in audit["findings"] if finding["check"].startswith("observed-")}
    assert seen == {
        "https://www.facebook.com/quartierdestanneurs": "observed-account-undeclared",
        "https://www.instagram.com/saint_aubin.ville": "observed-look-alike",
    }


def test_the_other_town_has_nothing_to_mend_and_nothing_left_open(call: Run) -> None:
    done = call("audit", str(KEPT), "--fail-on", "info", "--format", "json", *DAY)
    assert (done.returncode, done.stderr) == (0, "")
    summary = json.loads(done.stdout)["summary"]
    assert (summary["accounts"], summary["not_declared"]) == (4, 0)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("chosen", WRITERS)
@pytest.mark.parametrize(("presence", "status"), [(TOWN, 1), (KEPT, 0)], ids=lambda value: getattr(value, "stem", value))
def test_every_format_is_written(call: Run, presence: Path, status: int, chosen: str, lang: str) -> None:
    done = call("audit", str(presence), "--format", chosen, "--lang", lang, *DAY)
    assert (done.returncode, done.stderr) == (status, "")
    assert done.stdout or (chosen, status) == ("github", 0)


@pytest.mark.parametrize("width", [60, 100, 160])
@pytest.mark.parametrize("colour", ["NO_COLOR", "FORCE_COLOR"])
def test_the_text_fits_the_wall(call: Run, width: int, colour: str) -> None:
    text = call("audit", str(TOWN), "--lang", "fr", *DAY, COLUMNS=str(width), **{colour: "1"}).stdout
    bare = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert ("\x1b" in text) is (colour == "FORCE_COLOR")
    assert max(len(line.rstrip()) for line in bare.splitlines()) <= width


def test_a_finding_a_line_is_all_that_is_left_when_asked(call: Run) -> None:
    summary = json.loads(call("audit", str(TOWN), "--format", "json", *DAY).stdout)["summary"]
    lines = call("audit", str(TOWN), "--quiet", "--lang", "en", *DAY).stdout.splitlines()
    assert len([line for line in lines if line.startswith("  ")]) == sum(summary[name] for name in ("error", "warning", "info"))


def test_places_and_people_are_invented() -> None:
    """Addresses of sites end in the domain set aside for examples."""
    for path in (TOWN, KEPT):
        sites = set(re.findall(r"https://([\w.-]+)", path.read_text(encoding="utf-8")))
        networks = {site for site in sites if site.split(".")[-2] in {"facebook", "instagram", "x", "linkedin", "youtube", "tiktok"}}
        assert {site for site in sites - networks if not site.endswith(".example")} == set()
