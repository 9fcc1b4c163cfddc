"""A playbook passes its own script; a decision that no longer holds, or a rule that is wrong, fails it with words that help."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.playbook.folders import checked, checked_with, contents, replace

AWKWARD = 'Ville de « L\'Haÿ »: #1 & [yes], *no*, {a: b} \\ "x" <<name>> $HOME `id` %s -- 日本\u202e\u2028'
LANGUAGES = pytest.mark.parametrize("lang", ["en", "fr"])
RULE = """rules:
- id: nobody-reads-our-bulletin
  from: 2020-01-01
  review_by: 2100-01-01
  when: {goal: public-information}
  fits: {print: -3}
  because: {fr: Le bulletin reste dans le hall des immeubles., en: The bulletin stays in the hallways.}
  sources: [our-delivery-rounds]
"""
BROKEN = {
    "en": ("The decision no longer holds.", "Something needs attention"),
    "fr": ("La décision ne tient plus.", "Quelque chose demande votre attention"),
}


STEP = re.compile(r"^\$ channelfit (.*)$", re.MULTILINE)
STEPS = ("audit presence.yaml", "rules check", "rules test", "advise briefs/consultation.yaml --check", "advise briefs/information.yaml --check")


@pytest.fixture
def playbook(call: Run, tmp_path: Path, lang: str) -> Path:
    assert call("init", "playbook", "--no-input", "--lang", lang).returncode == 0
    return tmp_path / "playbook"


@LANGUAGES
@pytest.mark.usefixtures("lang")
def test_a_playbook_passes_its_own_script(playbook: Path, scrubbed: dict[str, str]) -> None:
    done = checked(playbook, scrubbed)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


@LANGUAGES
@pytest.mark.parametrize("status", [1, 2])
@pytest.mark.parametrize("step", STEPS)
def test_each_step_can_fail_it(playbook: Path, lang: str, scrubbed: dict[str, str], step: str, status: int) -> None:
    """The script runs every step, whatever became of those before, and leaves the worst status."""
    done = checked_with(f'if [ "$*" = "{step}" ]; then exit {status}; fi', playbook, scrubbed)
    assert done.returncode == status
    assert tuple(STEP.findall(done.stdout)) == STEPS
    assert BROKEN[lang][1] in done.stderr


@LANGUAGES
def test_a_rule_that_breaks_a_decision_fails_it_and_says_which(playbook: Path, lang: str, call: Run) -> None:
    (playbook / "rules" / "bulletin.yaml").write_text(RULE, encoding="utf-8")
    done = call(*STEPS[-1].split(), cwd=playbook)
    assert done.returncode == 1
    assert "nobody-reads-our-bulletin" in done.stdout.partition(BROKEN[lang][0])[2]


@pytest.mark.parametrize("lang", ["fr"])
def test_another_decision_that_does_not_hold_fails_it(playbook: Path, lang: str, call: Run) -> None:
    replace(playbook / "briefs" / "information.yaml", "[website, print, newsletter]", "[pinterest/account]")
    done = call(*STEPS[-1].split(), cwd=playbook)
    assert done.returncode == 1
    assert BROKEN[lang][0] in done.stdout
    assert "Pinterest" in done.stdout


@pytest.mark.parametrize("lang", ["en"])
@pytest.mark.parametrize(
    ("change", "status"),
    [
        (("presence.yaml", "    - {role: Head of communication, level: full, two_factor: yes}\n", ""), 1),
        (("rules/local.yaml", "fits: {print: +1}", "fits: {print: -1}"), 1),
        (("rules/local.yaml", "audience: residents", "audience: resident"), 2),
        (("rules/local.yaml", "    en: Our", "    # en: Our"), 2),
        (("briefs/information.yaml", "residents", "resident"), 2),
    ],
)
def test_what_goes_wrong_fails_a_step(playbook: Path, call: Run, change: tuple[str, str, str], status: int) -> None:
    file, before, after = change
    replace(playbook / file, before, after)
    assert max(call(*step.split(), cwd=playbook).returncode for step in STEPS) == status


@pytest.mark.parametrize("country", ["FR", "US", "SN", "NO"])
def test_it_works_in_any_country(country: str, call: Run) -> None:
    call("init", "--no-input", "--country", country, "--name", AWKWARD)
    for brief in ("information", "consultation"):
        assert call("advise", f"briefs/{brief}.yaml", "--check").returncode == 0
    assert call("advise", "briefs/page.yaml").returncode == 0
    assert call("audit", "presence.yaml", "--fail-on", "warning").returncode == 0


@LANGUAGES
def test_any_name_stays_a_name(lang: str, call: Run, tmp_path: Path) -> None:
    call("init", "--no-input", "--name", AWKWARD, "--lang", lang)
    for command in (("audit", "presence.yaml"), ("rules", "check", "--strict"), ("rules", "test", "our-bulletin-in-every-letterbox")):
        done = call(*command)
        assert (done.returncode, done.stderr) == (0, "")
    assert "*no*" not in contents(tmp_path)["README.md"]


@LANGUAGES
def test_its_rule_decides_its_case(lang: str, call: Run, tmp_path: Path) -> None:
    call("init", "--no-input", "--lang", lang)
    replace(tmp_path / "rules" / "local.yaml", "print: +1", "newsletter: +1")
    assert "before" in call("rules", "test", "our-bulletin-in-every-letterbox", "--lang", "en").stdout


def test_its_days_are_the_day_it_is_made(call: Run, tmp_path: Path) -> None:
    call("init", "--no-input", "--as-of", "2024-02-29")
    assert "review_by: 2025-02-28" in contents(tmp_path)["rules/local.yaml"]
    assert str(date(2024, 2, 29)) in contents(tmp_path)["briefs/information.yaml"]
