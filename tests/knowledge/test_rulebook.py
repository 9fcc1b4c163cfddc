"""What must be true of the rulebook as a whole, whatever it says."""

import re
from datetime import date

import pytest

from channelfit.advice.brief import Brief
from channelfit.advice.engine import advise
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Fits, Rulebook
from channelfit.rulebook.text import Text

READ_ALOUD = 240  # characters: two sentences that a room can follow
ENGLISH_IN_FRENCH = re.compile(
    r"\b(post|posts|feed|followers?|live|newsletter|email|e-mail|chat|community management|reach|engagement rate)\b", re.IGNORECASE
)
UNSPACED = re.compile(r"[^\s\u00a0\u202f«][;!?»]|\w:\s")


def texts(rulebook: Rulebook) -> dict[str, Text]:
    stops = {name: text for stop in rulebook.screening().stops for name, text in ((stop.id, stop.because), (f"{stop.id}: remedy", stop.remedy))}
    return {rule.id: rule.because for rule in rulebook.rules} | stops


def test_every_reason_is_written_in_both_languages_and_fit_to_be_read_aloud(rulebook: Rulebook) -> None:
    found = texts(rulebook)
    assert {name for name, text in found.items() if text.fr == text.en} == set()
    assert {name: max(len(text.fr), len(text.en)) for name, text in found.items() if max(len(text.fr), len(text.en)) > READ_ALOUD} == {}
    assert {name for name, text in found.items() if not (text.fr.endswith((".", "!", "?")) and text.en.endswith((".", "!", "?")))} == set()


def test_french_is_french(rulebook: Rulebook) -> None:
    assert {name: text.fr for name, text in texts(rulebook).items() if ENGLISH_IN_FRENCH.search(text.fr)} == {}
    assert {name: text.fr for name, text in texts(rulebook).items() if UNSPACED.search(text.fr)} == {}


def test_no_reason_is_used_twice(rulebook: Rulebook) -> None:
    reasons = [text.en for text in texts(rulebook).values()]
    assert {reason for reason in reasons if reasons.count(reason) > 1} == set()


def test_every_rule_says_on_whose_word_and_until_when(rulebook: Rulebook) -> None:
    for rule in rulebook.rules:
        assert rule.sources, rule.id
        assert rule.since < rule.review_by, rule.id
        assert rule.until is None or rule.since <= rule.until, rule.id


def test_every_goal_has_rules_of_its_own(rulebook: Rulebook) -> None:
    named = {goal for rule in rulebook.rules if isinstance(rule.effect, Fits) for goal in rule.goals or ()}
    assert named == {term.id for term in rulebook.goals}


def test_every_channel_has_points_somewhere(rulebook: Rulebook) -> None:
    named = {channel for rule in rulebook.rules if isinstance(rule.effect, Fits) for channel in rule.effect.points}
    assert {sheet.id for sheet in rulebook.sheets if sheet.kind != "recognised"} - named == set()


def test_points_are_given_by_rules_that_can_still_hold(rulebook: Rulebook) -> None:
    """A rule that is past carries its last day; one without a last day has not been forgotten since the rulebook's own date."""
    assert {rule.id for rule in rulebook.rules if rule.until is None and rule.review_by < date(2026, 11, 1)} == set()


def test_every_figure_and_rule_has_a_source_that_is_used(rulebook: Rulebook) -> None:
    cited = {name for rule in rulebook.rules for name in rule.sources} | {row.source for row in rulebook.evidence}
    cited |= {name for check in rulebook.checklist().checks for name in check.sources}
    cited |= {name for template in rulebook.pilots()[0] for name in template.sources}
    cited |= {name for sheet in rulebook.sheets for name in sheet.sources}
    cited |= {name for check in rulebook.checklist().checks for name in check.sources}
    screening = rulebook.screening()
    cited |= {name for entries in (screening.questions, screening.stops, screening.alternatives) for entry in entries for name in entry.sources}
    for sheet in rulebook.sheets:
        cited |= {
            part.source for part in (sheet.hours_per_week, sheet.minimum_age, sheet.surface_factor, *sheet.events) if part is not None and part.source
        }
    assert {source.id for source in rulebook.sources} - cited == set()


def test_every_sheet_says_what_a_colleague_would_ask(rulebook: Rulebook) -> None:
    for sheet in rulebook.sheets:
        if sheet.kind == "recognised":
            continue
        assert sheet.limits is not None, sheet.id
        assert sheet.hours_per_week is not None, sheet.id
        assert sheet.read_without_account is not None, sheet.id
        assert sheet.moderation_load is not None, sheet.id
        if sheet.kind == "network":
            assert sheet.since is not None, sheet.id
            assert sheet.operator is not None, sheet.id
            assert sheet.algorithmic is not None, sheet.id
            assert sheet.urls or sheet.same_names_as or not sheet.public, sheet.id


def test_no_word_means_two_channels(rulebook: Rulebook) -> None:
    from channelfit.source.nearest import fold

    owners: dict[str, set[str]] = {}
    for sheet in rulebook.sheets:
        for word in sheet.synonyms:
            owners.setdefault(fold(word), set()).add(sheet.id)
    assert {word: names for word, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize("country", ["FR", "GB", "US"])
@pytest.mark.parametrize("audience", ["general-public", "youth", "young-adults", "adults", "seniors"])
def test_presence_on_the_large_networks_is_never_a_guess(rulebook: Rulebook, country: str, audience: str) -> None:
    """For the ages that surveys know, in the countries they cover, the answer rests on figures."""
    from channelfit.presence.lookup import Presences

    edition = Edition(rulebook, date(2026, 11, 1), country)
    presences = Presences(edition)
    guessed = [
        sheet.id
        for sheet in edition.sheets.values()
        if sheet.network in NETWORKS_SURVEYED and presences.of(sheet, edition.audiences[audience], ()).basis not in ("measured", "estimated")
    ]
    assert guessed == []


NETWORKS_SURVEYED = {"facebook", "instagram", "x", "youtube", "tiktok", "linkedin", "snapchat", "whatsapp"}


@pytest.mark.parametrize("day", [date(2020, 3, 4), date(2026, 11, 1)])
def test_staff_are_spoken_to_on_no_public_network_and_an_internal_tool_comes_first(rulebook: Rulebook, day: date) -> None:
    edition = Edition(rulebook, day, "FR")
    advice = advise(Brief({"internal-communication": 1.0}, {"staff": 1.0}, {"country": "FR"}), edition)
    public = {sheet.id for sheet in edition.sheets.values() if sheet.kind == "network" and sheet.public}
    excluded = {item.channel: item for item in advice.excluded}
    assert public - set(excluded) == set()
    assert all(excluded[channel].rules and excluded[channel].instead for channel in public)
    assert advice.ranking[0].channel in {"intranet", "internal-social", "team-messenger"}
