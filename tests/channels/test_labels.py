"""What a label of a spreadsheet names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelfit.channels import Label, Recogniser
from tests.built_in import built_in

RECOGNISER = Recogniser(built_in())


@pytest.mark.parametrize(
    ("label", "network", "channel"),
    [
        ("Facebook", "facebook", None),
        ("FB", "facebook", None),
        ("facebook_url", "facebook", None),
        ("Facebook URL", "facebook", None),
        ("facebookUrl", "facebook", None),
        ("Compte Facebook", "facebook", None),
        ("Lien Facebook", "facebook", None),
        ("Facebok", "facebook", None),
        ("Page Facebook", "facebook", "facebook/page"),
        ("Facebook Page", "facebook", "facebook/page"),
        ("facebook/page", "facebook", "facebook/page"),
        ("Groupe Facebook", "facebook", "facebook/group"),
        ("Facebook group", "facebook", "facebook/group"),
        ("Goupe Facebook", "facebook", "facebook/group"),
        ("Facebook Messenger", "messenger", "messenger/direct"),
        ("Twitter", "x", "x/account"),
        ("twitter_handle", "x", "x/account"),
        ("TwitterURL", "x", "x/account"),
        ("X", "x", "x/account"),
        ("x", "x", "x/account"),
        ("X (Twitter)", "x", "x/account"),
        ("Twitter / X", "x", "x/account"),
        ("X, formerly Twitter", "x", "x/account"),
        ("X (anciennement Twitter)", "x", "x/account"),
        ("X ex-Twitter", "x", "x/account"),
        ("Twitter now X", "x", "x/account"),
        ("X früher Twitter", "x", "x/account"),
        ("Linkedin", "linkedin", None),
        ("LinkedIn school page", "linkedin", "linkedin/page"),
        ("LinkedIn showcase", "linkedin", "linkedin/page"),
        ("Linked-In", "linkedin", None),
        ("LinkedIn company page", "linkedin", "linkedin/page"),
        ("Instagram", "instagram", "instagram/account"),
        ("Intagram", "instagram", "instagram/account"),
        ("Insta", "instagram", "instagram/account"),
        ("YouTube", "youtube", "youtube/channel"),
        ("Youtube", "youtube", "youtube/channel"),
        ("You Tube", "youtube", "youtube/channel"),
        ("YouTube channel", "youtube", "youtube/channel"),
        ("Chaîne YouTube", "youtube", "youtube/channel"),
        ("flickr", "flickr", "flickr/account"),
        ("Google+", "google-plus", "google-plus/page"),
        ("google_plus", "google-plus", "google-plus/page"),
        ("Foursquare (Badge Unlock)", "foursquare", "foursquare/page"),
        ("WhatsApp", "whatsapp", None),
        ("Chaîne WhatsApp", "whatsapp", "whatsapp/channel"),
        ("snapchat", "snapchat", "snapchat/account"),
        ("Tik Tok", "tiktok", "tiktok/account"),
        ("Bluesky", "bluesky", "bluesky/account"),
        ("Newsletter", "newsletter", "newsletter"),
        ("SMS", "sms", "sms"),
    ],
)
def test_a_label_is_recognised(label: str, network: str, channel: str | None) -> None:
    assert RECOGNISER.of_label(label) == Label(network, channel)


@pytest.mark.parametrize(
    "label", ["Account", "Accounts", "Compte", "Comptes", "Réseau", "Réseaux", "Video channel", "Page", "Social media", "Google"]
)
def test_words_that_name_no_network_are_not_one_letter_from_it(label: str) -> None:
    assert RECOGNISER.of_label(label) is None


@pytest.mark.parametrize(
    "label", ["", " ", "()", "iPhone App", "Android", "Facebook/Instagram", "Facebook (Instagram)", "Video", "Switch", "Bookface", "url", "TOTAL"]
)
def test_an_unknown_or_ambiguous_label_is_none(label: str) -> None:
    assert RECOGNISER.of_label(label) is None


def test_the_surface_a_network_stands_for() -> None:
    assert RECOGNISER.usual_channel("facebook") == "facebook/page"
    assert RECOGNISER.usual_channel("x") == "x/account"
    assert RECOGNISER.usual_channel("whatsapp") is None
    assert RECOGNISER.usual_channel("unknown") is None


@given(st.text())
def test_no_label_is_too_strange(label: str) -> None:
    RECOGNISER.of_label(label)
