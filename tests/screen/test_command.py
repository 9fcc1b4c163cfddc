"""channelfit screen: outcomes, exit status, formats, and what it rests on."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.screen.requests import EXAMPLES, changed

PRESENCE = "accounts: [{id: fb-ville, channel: facebook/page, status: active, editorial: {audience: [parents, residents]}}]\n"
OUTCOMES = {
    "open": (changed(), 0),
    "pilot": (changed(sample_posts="[one]"), 0),
    "redirect": (changed(hours_per_week="4"), 1),
    "defer": (changed(kpi=None), 1),
    "refuse": (changed(generic_mailbox="no"), 1),
}


def answer(call: Run, text: str, *options: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(call("screen", "-", "--format", "json", *options, stdin=text).stdout)
    return found


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_the_status_says_whether_it_may_start(outcome: str, call: Run) -> None:
    text, status = OUTCOMES[outcome]
    done = call("screen", "-", "--format", "json", stdin=text)
    assert (json.loads(done.stdout)["outcome"], done.returncode) == (outcome, status)


def test_a_real_process_leaves_the_same_status(run: Run) -> None:
    done = run("screen", str(EXAMPLES / "jardiniers.yaml"), "--lang", "fr")
    assert done.returncode == 1
    assert "ORIENTER. Mieux servi par\u00a0: le réseau des contributeurs" in done.stdout


@pytest.mark.parametrize(("example", "outcome"), [("mediatheque", "open"), ("jardiniers", "redirect"), ("mariages", "defer")])
def test_the_examples(example: str, outcome: str, call: Run) -> None:
    assert json.loads(call("screen", str(EXAMPLES / f"{example}.yaml"), "--format", "json").stdout)["outcome"] == outcome


@pytest.mark.parametrize("field", ["unit", "audience", "hours_per_week", "admins", "approvals", "decision_on"])
@pytest.mark.parametrize("empty", [None, "", "[]"])
def test_an_answer_left_out_or_empty_is_missing(field: str, empty: str | None, call: Run) -> None:
    found = answer(call, changed(**{field: empty}))
    assert (found["outcome"], found["missing"]) == ("defer", [f"request.{field}"])


def test_every_stop_is_told_and_explained(call: Run) -> None:
    found = answer(call, changed(hours_per_week="4", generic_mailbox="no", sample_posts="[one]"))
    assert [stop["rule"] for stop in found["stops"]] == ["too-few-sample-posts", "too-few-hours", "no-generic-mailbox"]  # type: ignore[attr-defined]
    assert set(found["rules"]) == {"too-few-sample-posts", "too-few-hours", "no-generic-mailbox"}  # type: ignore[call-overload]
    assert found["redirect_to"] == ["contributor-network"]


def test_no_hours_are_one_stop(call: Run) -> None:
    found = answer(call, changed(hours_per_week="0"))
    assert [stop["rule"] for stop in found["stops"]] == ["too-few-hours"]  # type: ignore[attr-defined]


def test_an_inventory_tells_what_exists(call: Run, tmp_path: Path) -> None:
    (tmp_path / "presence.yaml").write_text(PRESENCE, encoding="utf-8")
    asked = changed(why_not_existing="no")
    assert answer(call, asked)["outcome"] == "defer"  # a no is no reason, and nothing else is known
    found = answer(call, asked, "--presence", "presence.yaml")
    assert (found["outcome"], found["redirect_to"]) == ("redirect", ["fb-ville"])


def test_a_broken_inventory_is_told(call: Run, tmp_path: Path) -> None:
    (tmp_path / "presence.yaml").write_text("accounts: [{id: a, channel: nowhere}]\n", encoding="utf-8")
    done = call("screen", "-", "--presence", "presence.yaml", stdin=changed())
    assert (done.returncode, "unknown channel “nowhere”" in done.stderr) == (2, True)


def test_the_day_decides_what_is_past(call: Run) -> None:
    late = answer(call, changed(), "--as-of", "2026-01-01")
    assert [stop["rule"] for stop in late["stops"]] == ["decision-too-late"]  # type: ignore[attr-defined]
    assert late["as_of"] == "2026-01-01"


def test_an_overlay_may_disable_a_stop_and_add_one(call: Run, tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(
        """
disables: [{id: too-few-hours, because: {fr: "Ici, cinq suffisent.", en: "Five will do here."}}]
stops:
- id: not-on-mondays
  from: 2026-01-01
  review_by: 2027-01-01
  when: {request.calendar: {known: true}}
  stops: {question: content, outcome: pilot}
  because: {fr: "Pas le lundi.", en: "Not on Mondays."}
  remedy: {fr: "Mardi.", en: "Tuesday."}
  sources: [channelfit-judgement]
""",
        encoding="utf-8",
    )
    found = answer(call, changed(hours_per_week="4"), "--rules", "ours.yaml")
    assert [stop["rule"] for stop in found["stops"]] == ["not-on-mondays"]  # type: ignore[attr-defined]
    assert found["rules"]["not-on-mondays"]["origin"] == "ours.yaml"  # type: ignore[index]


@pytest.mark.parametrize(
    ("line", "said"),
    [("question: colour", "unknown question “colour”"), ("question: content, to: nowhere", "unknown channel “nowhere”")],
)
def test_a_stop_that_leads_nowhere_is_refused(line: str, said: str, call: Run, tmp_path: Path) -> None:
    text = "{fr: a, en: a}"
    stop = (
        f"{{id: odd, from: 2026-01-01, review_by: 2027-01-01, when: {{}}, stops: {{{line}, outcome: redirect{'' if 'to:' in line else ', to: sms'}}}"
    )
    (tmp_path / "odd.yaml").write_text(f"stops: [{stop}, because: {text}, remedy: {text}, sources: [channelfit-judgement]}}]\n", encoding="utf-8")
    done = call("screen", "-", "--rules", "odd.yaml", stdin=changed())
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize("width", ["60", "100", "160"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_text_fits_the_screen(width: str, lang: str, call: Run) -> None:
    shown = call("screen", str(EXAMPLES / "jardiniers.yaml"), "--lang", lang, COLUMNS=width).stdout
    assert max(map(len, shown.splitlines())) <= int(width)
    assert "\x1b" not in shown
    assert "\x1b[" in call("screen", str(EXAMPLES / "jardiniers.yaml"), "--lang", lang, COLUMNS=width, FORCE_COLOR="1").stdout


def test_quiet_is_one_sentence_and_markdown_has_headings(call: Run) -> None:
    assert call("screen", "-", "--quiet", stdin=changed()).stdout == "OPEN. All the questions are answered, and nothing speaks against it.\n"
    assert "\n## What speaks against it, by question\n" in call("screen", "-", "--format", "markdown", stdin=changed(hours_per_week="1")).stdout


def test_with_nothing_to_read_and_nobody_to_ask_it_says_what_to_do(call: Run) -> None:
    done = call("screen")
    assert (done.returncode, "channelfit screen request.yaml" in done.stderr) == (2, True)


def test_what_is_not_known_is_said_not_to_have_been_looked_at(call: Run) -> None:
    found = answer(call, changed(objective="Something of our own"))
    assert "audience-is-elsewhere" in [item["rule"] for item in found["undecided"]]  # type: ignore[attr-defined]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_stop_has_a_page_of_its_own(lang: str, call: Run) -> None:
    shown = call("rules", "show", "too-few-hours", "--lang", lang).stdout
    assert "University of Victoria" in shown
    assert "contributor-network" in shown


def test_a_stop_nearly_named_is_named(call: Run) -> None:
    assert "did you mean too-few-hours?" in call("rules", "show", "too-few-hour").stderr


@pytest.mark.parametrize(
    "options",
    [
        ("-", "--register", "presence.yaml"),
        ("-", "--request-out", "begun.yaml"),
        ("-", "--from-undeclared", "presence.yaml", "fb"),
        ("--register", "presence.yaml", "--print", "sheet.html"),
        ("--print", "-"),
        ("--print", "sheet.pdf"),
    ],
)
def test_an_option_that_would_go_unheard_is_refused(options: tuple[str, ...], call: Run, tmp_path: Path) -> None:
    (tmp_path / "presence.yaml").write_text(PRESENCE, encoding="utf-8")
    done = call("screen", *options, stdin=changed())
    assert (done.returncode, done.stdout) == (2, "")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["presence.yaml"]


def test_several_inventories_are_read(call: Run, tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text("accounts: []\n", encoding="utf-8")
    (tmp_path / "two.yaml").write_text(PRESENCE, encoding="utf-8")
    for order in (("one.yaml", "two.yaml"), ("two.yaml", "one.yaml")):
        found = answer(call, changed(why_not_existing="no"), "--presence", order[0], "--presence", order[1])
        assert found["redirect_to"] == ["fb-ville"]
