"""What the cells of one row come to: a channel, or the reason why there is none."""

import csv
from io import StringIO

import pytest

from tests.intake.conftest import Import

PAGE, PROFILE, LIVE = "facebook/page", "facebook/profile", "facebook/live"
DISAGREE, UNKNOWN = "label-url-disagree", "unknown-network"


def settled(bring: Import, headings: list[str], cells: list[str]) -> str:
    file = StringIO()
    csv.writer(file).writerows([headings, cells])
    outcome = bring(file.getvalue())
    return outcome.accounts[0].channel if outcome.accounts else outcome.set_aside[0].reason


@pytest.mark.parametrize(
    ("label", "url", "expected"),
    [
        ("Facebook", "http:///www.facebook.com/oakmere", PAGE),
        ("Facebook", "https://www.facebook.com/oakmere/live/", PAGE),
        ("Facebook Live", "https://www.facebook.com/oakmere/live/", LIVE),
        ("Facebook Live", "https://www.facebook.com/oakmere", LIVE),
        ("Profil Facebook", "https://www.facebook.com/jane.oakmere", PROFILE),
        ("Page Facebook", "https://www.facebook.com/people/Oakmere/100012345678901/", PAGE),
        ("Page Facebook", "https://www.facebook.com/groups/oakmere", DISAGREE),
        ("Profil Facebook", "https://www.facebook.com/groups/oakmere", DISAGREE),
        ("Facebook + Messenger", "https://www.facebook.com/oakmere", PAGE),
        ("Facebook + Messenger", "", UNKNOWN),
        ("Account", "https://www.facebook.com/oakmere", PAGE),
        ("Compte", "https://www.facebook.com/oakmere", PAGE),
        ("Account", "", "no-account"),
        ("Compte", "", "no-account"),
        ("App", "https://play.google.com/store/apps/details?id=example.oakmere", "mobile-app"),
        ("Mobile app", "", "mobile-app"),
        ("Appli", "", "mobile-app"),
        ("Alert app", "", "alert-app"),
        ("Appli d’alerte", "", "alert-app"),
        ("Google", "https://oakmere.example", UNKNOWN),
    ],
)
def test_a_label_and_an_address(bring: Import, label: str, url: str, expected: str) -> None:
    assert settled(bring, ["Name", "Platform", "URL"], ["Oakmere", label, url]) == expected


@pytest.mark.parametrize(
    ("headings", "cells", "expected"),
    [
        (["Amt", "Netzwerk", "Konto"], ["Tiefbauamt", "Facebook", "oakmere"], PAGE),
        (["Amt", "Kanal", "Konto", "Link"], ["Tiefbauamt", "Insta", "@oakmere", ""], "instagram/account"),
        (["Amt", "Plattform", "Webadresse"], ["Tiefbauamt", "YouTube-Kanal", "https://m.youtube.com/@oakmere"], "youtube/channel"),
        (["Service", "Réseau", "Compte"], ["Voirie", "Facebook", "oakmere"], PAGE),
        (["Service", "Plateforme", "Lien"], ["Voirie", "X (ex-Twitter)", "https://x.com/oakmere"], "x/account"),
        (["Service", "Réseau", "Type", "Compte"], ["Voirie", "Facebook", "Groupe", "oakmere"], "facebook/group"),
        (["Service", "Réseau", "Type", "Compte"], ["Voirie", "Instagram", "Compte", "oakmere"], "instagram/account"),
        (["Service", "Réseau", "Compte"], ["Voirie", "Mastodon", "@oakmere@social.oakmere.example"], "mastodon/account"),
        (["Service", "Réseau", "Compte"], ["Voirie", "", "@oakmere@mastodon.social"], "mastodon/account"),
        (["Service", "Réseau", "Compte"], ["Voirie", "", "@oakmere@unknown.example"], "no-channel"),
        (["name", "platform", "link"], ["Oakmere", "bluesky", "https://bsky.app/profile/oakmere.example"], "bluesky/account"),
        (["name", "platform", "link"], ["Oakmere", "threads", "https://www.threads.com/@oakmere"], "threads/account"),
        (["name", "platform", "link"], ["Oakmere", "whatsapp", "https://wa.me/33612345678"], "whatsapp/direct"),
        (["name", "platform", "link"], ["Oakmere", "twitter", "https://x.com/i/lists/123456789"], "not-an-account"),
        (["Réseau (1=Facebook 2=X)", "Identifiant"], ["2", "oakmere"], "x/account"),
        (["Réseau (1 = Facebook ; 2 = X)", "Identifiant"], ["1", "oakmere"], PAGE),
        (["Network [1: Facebook / 2: X]", "Handle"], ["2", "oakmere"], "x/account"),
    ],
)
def test_headings_of_three_languages_and_the_forms_they_head(bring: Import, headings: list[str], cells: list[str], expected: str) -> None:
    assert settled(bring, headings, cells) == expected


@pytest.mark.parametrize(
    ("label", "one", "other"),
    [
        ("Tumblr", "oakmere.tumblr.com", "https://oakmere.tumblr.com/"),
        ("WordPress", "oakmere.wordpress.com", "http://oakmere.wordpress.com/about"),
        ("Bluesky", "oakmere.bsky.social", "https://bsky.app/profile/oakmere.bsky.social"),
        ("Bluesky", "@library.oakmere.example", "https://bsky.app/profile/library.oakmere.example"),
        ("Website", "oakmere.example", "https://oakmere.example"),
        ("Threads", "@oakmere", "https://www.threads.net/@oakmere"),
        ("Mastodon", "@oakmere@mastodon.social", "https://mastodon.social/@oakmere"),
        ("TikTok", "@oakmere", "https://www.tiktok.com/@oakmere"),
    ],
)
def test_a_name_and_an_address_of_one_account_are_one(bring: Import, label: str, one: str, other: str) -> None:
    outcome = bring(f"Name,Platform,URL\nA,{label},{one}\nA,{label},{other}\nA,{label},https://example.org/elsewhere\n")
    assert outcome.merged == 1, [(account.key, account.facts.get("url")) for account in outcome.accounts]
