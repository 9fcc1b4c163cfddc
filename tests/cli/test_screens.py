"""How answers look on the built-in rulebook, whatever it says: width, colour, language, numbers."""

import json
import re
from pathlib import Path

import pytest

from channelfit.words.en import MESSAGES as ENGLISH
from channelfit.words.fr import MESSAGES as FRENCH
from tests.conftest import Run

DAY = ("--as-of", "2026-11-23")
ASKED = {
    "the young": ("--goal", "public-information", "--audience", "youth", "--fact", "country=FR", "--consider", "facebook/page", *DAY),
    "the press in 2020": ("--goal", "media-relations", "--audience", "journalists", "--fact", "country=FR", "--as-of", "2020-03-04"),
    "staff": ("--goal", "internal-communication", "--audience", "staff", "--consider", "facebook/group", *DAY),
    "a dialogue": ("--goal", "community-dialogue=2", "--goal", "service-alerts", "--audience", "residents", "--audience", "seniors", *DAY),
}
SECTIONS = ("considered", "sure", "required", "excluded", "left-out", "conditions", "cautions", "questions")
TITLES = ("group.networks", "group.others", *(f"section.{name}" for name in SECTIONS))
OWN_WORDS = {"fr": ("présence : ", "Et maintenant : ", "score, de 0 à 100"), "en": ("presence: ", "Next: ", "score, 0 to 100")}
CATALOGUES = {"fr": FRENCH, "en": ENGLISH}


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and line == line.upper() and line[0].isalpha()]


@pytest.fixture(params=ASKED)
def asked(request: pytest.FixtureRequest) -> tuple[str, ...]:
    return ASKED[request.param]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_answer_is_of_one_language(call: Run, asked: tuple[str, ...], lang: str) -> None:
    other = {"fr": "en", "en": "fr"}[lang]
    said = call("advise", *asked, "--lang", lang, COLUMNS="500").stdout
    flat = said.replace("\u00a0", " ").replace("\u202f", " ")
    assert all(word in flat for word in OWN_WORDS[lang])
    assert not any(word in flat for word in OWN_WORDS[other])
    known = {CATALOGUES[lang][name].upper() for name in TITLES}
    assert set(headings(said)) <= known
    assert len(headings(said)) >= 4


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("width", [60, 100, 160])
def test_it_fits(call: Run, asked: tuple[str, ...], width: int, lang: str) -> None:
    lines = call("advise", *asked, "--lang", lang, COLUMNS=str(width)).stdout.splitlines()
    assert max(map(len, lines)) <= width
    assert not any(line != line.rstrip() for line in lines)
    assert len(lines) <= {60: 130, 100: 90, 160: 78}[width], "two screens"


@pytest.mark.parametrize("arguments", [("channels", "list"), ("channels", "show", "x"), ("rules", "list"), ("rules", "show")])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_lists_and_sheets_fit_sixty_columns(call: Run, arguments: tuple[str, ...], lang: str) -> None:
    if arguments == ("rules", "show"):
        arguments = (*arguments, json.loads(call("rules", "list", "--format", "json").stdout)["rules"][0]["id"])
    done = call(*arguments, "--lang", lang, COLUMNS="60")
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= 60


def test_french_puts_its_spaces_where_no_line_breaks(call: Run, asked: tuple[str, ...]) -> None:
    said = call("advise", *asked, "--lang", "fr", "--verbose", COLUMNS="60").stdout
    assert not re.search(r"(?m)^\s*[;:!?»%]", said), "no line begins with a punctuation mark"
    assert not re.search(r"« | [;!?»]", said), "spaces that do not break"
    assert re.search(r"\d\u00a0%", said)
    assert re.search(r"\d,\d", said), "a decimal comma"
    assert not re.search(r"\d\.\d(?!\d*/)", re.sub(r"\[[^]]*\]|règles \S+\s[\d.]+", "", said))


def test_english_writes_numbers_its_own_way(call: Run, asked: tuple[str, ...]) -> None:
    said = call("advise", *asked, "--lang", "en", "--verbose").stdout
    assert re.search(r"\d\.\d", said)
    assert re.search(r"\d%", said)
    assert "\u00a0" not in said


def test_the_full_answer_shows_every_channel_and_its_terms(call: Run) -> None:
    options = ASKED["a dialogue"]
    ranking = json.loads(call("advise", *options, "--format", "json").stdout)["ranking"]
    said = call("advise", *options, "--verbose", "--lang", "en", COLUMNS="160").stdout
    assert len(re.findall(r"(?m)^ *\d+ .*[█░]", said)) == len(ranking)
    assert said.count("older people") >= 2 * len(ranking)
    assert "--verbose" not in said


def test_ranks_are_those_of_the_whole(call: Run, asked: tuple[str, ...]) -> None:
    ranks = {item["name"]: item["rank"] for item in json.loads(call("advise", *asked, "--lang", "en", "--format", "json").stdout)["ranking"]}
    said = call("advise", *asked, "--lang", "en", COLUMNS="160").stdout
    shown = re.findall(r"(?m)^ *(\d+) (.+?) +[█░]", said)
    assert shown
    assert all(ranks[name] == int(rank) for rank, name in shown)
    assert "Ranks count all channels together" in said


@pytest.mark.parametrize(("environ", "coloured"), [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)])
@pytest.mark.parametrize("command", [("channels", "show", "x"), ("rules", "list"), ("advise", *ASKED["staff"])])
def test_colour_comes_when_it_is_asked_for(call: Run, command: tuple[str, ...], environ: dict[str, str], coloured: bool) -> None:
    done = call(*command, **environ)
    assert ("\x1b[" in done.stdout) is coloured
    assert "\x1b" not in call(*command, "--format", "json", **environ).stdout


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_same_bytes_whatever_the_hash_seed(run: Run, seed: str) -> None:
    first, other = (run("advise", *ASKED["the young"], "--format", "json", PYTHONHASHSEED=value).stdout for value in ("7", seed))
    assert first == other


def test_what_is_cached_and_what_is_not_give_the_same_bytes(run: Run, tmp_path: Path) -> None:
    caches: list[dict[str, str]] = [{}, {"XDG_CACHE_HOME": str(tmp_path / "none")}]
    first, other = (run("advise", *ASKED["staff"], "--format", "json", **environ).stdout for environ in caches)
    assert first == other
