"""Census tables of invented towns, in the shapes that statistical offices give them."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channelfit.advice.read_brief import read_brief
from channelfit.presence.model import Territory
from channelfit.rulebook.model import Rulebook
from channelfit.source.parse import parse_whole
from channelfit.territory.bands import band_in, band_of, written
from tests.conftest import Run

BRIEF = "goals: [public-information]\naudiences: [residents]\nfacts: {{country: US}}\nterritory: {{{territory}}}\n"
TOWN = ((0, 14), 100.0), ((15, 64), 300.0), ((65, None), 80.0)
LONG = "commune;age;population\nAlba;0-14;100\nAlba;15-64;300\nAlba;65 ans et plus;80\nBréal;0-14;7\nBréal;15+;9\n"
SHAPES = {
    "a row for each band": (LONG, "place: Alba"),
    "without its accents": (LONG.replace("Alba", "Éàlba"), "place: ealba"),
    "by code": ("CODGEO,LIBGEO,AGE,POP\n01001,Alba,0-14,100\n01001,Alba,15-64,300\n01001,Alba,65+,80\n02001,Alba,0+,5\n", "place: 01001"),
    "a column for each band": ("town,0-14,15 to 64 years,65 and over\nAlba,100,300,80\nBréal,7,8,9\n", "place: Alba"),
    "coded columns": ("LIBGEO;P21_POP0014;P21_POP1564;P21_POP65P\nAlba;100;300;80\n", "place: Alba"),
    "women and men": ("nom,age,Nb_H,Nb_F\nAlba,moins de 15 ans,40,60\nAlba,15 à 64 ans,150,150\nAlba,65 ans ou plus,30,50\n", ""),
    "rows that add up": ("name\tage\tpeople\nAlba\t0-14\t60\nAlba\t0-14\t40\nAlba\t15-64\t300\nAlba\t65+\t80\nAlba\tTotal\t480\n", ""),
    "no place at all": ("Tranche d'âge;Effectif\n0-14;100\n15-64;300\n65 et plus;80\n", ""),
    "thousands apart": ("age;population\n0-14;0 100\n15-64;300\n65+;80\n\n", ""),
    "in the encoding of old": ("nom;âge;population\nBréal;0-14;100\nBréal;15-64;300\nBréal;65+;80\n", "place: Bréal"),
}
WRONG = {
    "no columns": ("town,folk\nAlba,3\n", "", "people.csv, line 1, column 1", "town, folk"),
    "nothing at all": ("\n\n", "", "people.csv, line 1", "census table is empty", "a row for each age"),
    "a heading alone": ("age;people\n", "", "people.csv, line 1, column 1", "ends after its heading", "a row for each age"),
    "a heading and empty cells": ("age;people\n;\n", "place: Alba", "people.csv, line 1, column 1", "ends after its heading", "a row for each age"),
    "no such place": (LONG, "place: Abla", "brief.yaml, line 4", "did you mean Alba"),
    "several places and none named": (LONG, "", "brief.yaml, line 4", "known: Alba, Bréal"),
    "two of one name": ("code,name,age,people\n1,Alba,0+,3\n2,Alba,0+,4\n", "place: Alba", "brief.yaml, line 4", "1, 2"),
    "an age that is none": ("age,people\n0-14,3\nold,4\n", "", "people.csv, line 3, column 1", "“old” is no age"),
    "people that are none": ("age,people\n0-14,3\n15+,many\n", "", "people.csv, line 3, column 5", "“many” is no number"),
    "people left out": ("age,people\n0-14,3\n15+\n", "", "people.csv, line 3", "no number of people"),
    "fewer than nobody": ("age,people\n0-14,-3\n15+,4\n", "", "people.csv, line 2, column 6", "“-3”"),
    "ages that overlap": ("age,people\n0-14,3\n10-20,4\n", "", "people.csv, line 3, column 1", "overlap"),
    "columns that overlap": ("name,0-14,10-20\nAlba,3,4\n", "", "people.csv, line 1, column 11", "overlap"),
    "nobody": ("age,people\n0+,0\n", "", "brief.yaml, line 4", "nobody lives there"),
    "a cell over two lines": ('age,people,note\n0-14,3,"a\nb"\n15+,x,\n', "", "people.csv, line 4, column 5", "“x”"),
}


def read(folder: Path, table: bytes, place: str, rulebook: Rulebook) -> Territory:
    (folder / "people.csv").write_bytes(table)
    text = BRIEF.format(territory=", ".join(filter(None, ("census: people.csv", place))))
    found = read_brief(parse_whole(text, str(folder / "brief.yaml")), rulebook).territory
    assert found is not None
    return found


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_is_read(shape: str, tmp_path: Path, rulebook: Rulebook) -> None:
    table, place = SHAPES[shape]
    raw = table.encode("cp1252" if shape == "in the encoding of old" else "utf-8")
    assert tuple((stratum.ages, stratum.count) for stratum in read(tmp_path, raw, place, rulebook)) == TOWN


def test_every_year_of_life(tmp_path: Path, rulebook: Rulebook) -> None:
    rows = "".join(f"Alba,{age},{age + 1},{age}\n" for age in range(101))
    found = read(tmp_path, f"LIBGEO,Age,Nb_H,Nb_F\n{rows}".encode(), "", rulebook)
    assert len(found) == 101
    assert found[17].ages == (17, 17)
    assert found[17].count == 35


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_said_with_its_line(case: str, call: Run, tmp_path: Path) -> None:
    table, place, where, *says = WRONG[case]
    (tmp_path / "people.csv").write_text(table, encoding="utf-8")
    (tmp_path / "brief.yaml").write_text(BRIEF.format(territory=", ".join(filter(None, ("census: people.csv", place)))), encoding="utf-8")
    done = call("advise", "brief.yaml", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    flat = " ".join(done.stderr.split())
    assert where in flat
    assert all(text in flat for text in says)


def test_the_path_starts_from_the_brief(call: Run, tmp_path: Path) -> None:
    """A table and the same numbers written out give the same answer, which says that it counts the people there are."""
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "people.csv").write_text(LONG, encoding="utf-8")
    (tmp_path / "ours" / "table.yaml").write_text(BRIEF.format(territory="census: people.csv, place: Alba"), encoding="utf-8")
    (tmp_path / "ours" / "written.yaml").write_text(BRIEF.format(territory="population_by_age: {0-14: 100, 15-64: 300, 65+: 80}"), encoding="utf-8")
    told = [call("advise", f"ours/{name}.yaml", "--as-of", "2026-11-24", "--format", "json").stdout for name in ("table", "written")]
    assert told[0] == told[1]
    presences = [item["contributions"][0]["presence"] for item in json.loads(told[0])["ranking"]]
    assert any("post_stratified" in presence for presence in presences)
    said = call("advise", "ours/table.yaml", "--as-of", "2026-11-24", "--lang", "en", "--verbose", COLUMNS="400").stdout
    assert "weighted by the ages of your people" in said


@pytest.mark.parametrize(("country", "unused"), [("FR", True), ("US", False)])
def test_people_that_change_no_figure_are_said_to(country: str, unused: bool, call: Run, tmp_path: Path) -> None:
    text = BRIEF.format(territory="population_by_age: {0-14: 100, 15-64: 300, 65+: 80}").replace("US", country)
    (tmp_path / "brief.yaml").write_text(text, encoding="utf-8")
    said = call("advise", "brief.yaml", "--as-of", "2026-11-24", "--lang", "en", COLUMNS="400").stdout
    assert ("people by age that you gave changed no figure" in said) == unused


def test_the_brief_that_is_kept_says_the_numbers(call: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(LONG, encoding="utf-8")
    (tmp_path / "brief.yaml").write_text(BRIEF.format(territory="census: people.csv, place: Alba"), encoding="utf-8")
    assert call("advise", "brief.yaml", "--brief-out", "kept.yaml").returncode == 0
    assert "65+: 80" in (tmp_path / "kept.yaml").read_text(encoding="utf-8")


@settings(deadline=None)
@given(st.integers(0, 120), st.one_of(st.none(), st.integers(0, 60)))
def test_a_band_reads_back(first: int, more: int | None) -> None:
    band = (first, None if more is None else first + more)
    assert band_of(written(band)) == band
    assert band_in(written(band)) == band


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_a_band_or_none(text: str) -> None:
    band = band_in(text)
    assert band is None or band[1] is None or band[0] <= band[1]
