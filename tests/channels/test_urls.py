"""Which account an address is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelfit.channels import Recogniser
from tests.built_in import built_in
from tests.channels.urls import CASES, NOT_ACCOUNTS, Case

RULEBOOK = built_in()
RECOGNISER = Recogniser(RULEBOOK)
HOSTS = sorted({host for network in RULEBOOK.addresses().networks for host in network.hosts})
PIECES = st.sampled_from([*"/?#@:%=&-[é\u202e \n", "//", "#!/", "%2F", "%ff", "id=", "u=http://", "pages", "groups", "1234567"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_an_account_is_recognised_in_every_form(case: Case) -> None:
    url, network, channel, key = case
    found = RECOGNISER.of_url(url)
    assert found is not None
    assert (found.network, found.channel, found.key) == (network, channel, key)


@pytest.mark.parametrize("url", NOT_ACCOUNTS)
def test_what_is_no_account_is_none(url: str) -> None:
    assert RECOGNISER.of_url(url) is None


@pytest.mark.parametrize("url", [case[0] for case in CASES])
def test_the_form_shown_is_https_and_the_same_account(url: str) -> None:
    shown = RECOGNISER.normalise(url)
    assert shown is not None
    assert shown.startswith("https://")
    assert shown.isascii()
    assert RECOGNISER.normalise(shown) == shown
    again, first = RECOGNISER.of_url(shown), RECOGNISER.of_url(url)
    assert again is not None
    assert first is not None
    assert again.key == first.key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.facebook.com/saintaubin", "https://www.facebook.com/groups/saintaubin"),
        ("https://www.facebook.com/saintaubin", "https://www.facebook.com/123456789012"),
        ("https://www.youtube.com/channel/UCabc", "https://www.youtube.com/channel/UCABC"),
        ("https://www.linkedin.com/in/saint-aubin", "https://www.linkedin.com/company/saint-aubin"),
        ("https://mastodon.social/@saintaubin", "https://piaille.fr/@saintaubin"),
        ("https://chat.whatsapp.com/AbCd", "https://chat.whatsapp.com/abcd"),
        ("https://www.reddit.com/r/saintaubin", "https://www.reddit.com/user/saintaubin"),
        ("https://vimeo.com/saintaubin", "https://vimeo.com/channels/saintaubin"),
        ("https://www.instagram.com/saint.aubin", "https://www.instagram.com/saintaubin"),
    ],
)
def test_two_accounts_stay_two(one: str, other: str) -> None:
    first, second = RECOGNISER.of_url(one), RECOGNISER.of_url(other)
    assert first is not None
    assert second is not None
    assert first.key != second.key


@pytest.mark.parametrize(
    ("url", "handle"),
    [
        ("https://x.com/SaintAubin", "SaintAubin"),
        ("https://www.facebook.com/Saint.Aubin/", "Saint.Aubin"),
        ("https://www.facebook.com/pages/Saint-Aubin/123456789012", "123456789012"),
        ("https://mastodon.social/@SaintAubin", "SaintAubin"),
        ("https://vimeo.com/channels/SaintAubin", "SaintAubin"),
    ],
)
def test_the_handle_is_as_it_is_written(url: str, handle: str) -> None:
    found = RECOGNISER.of_url(url)
    assert found is not None
    assert found.handle == handle


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://twitter.com/SaintAubin?lang=fr", "https://x.com/SaintAubin"),
        ("m.facebook.com/profile.php?v=info&id=123456789012#top", "https://www.facebook.com/profile.php?id=123456789012"),
        ("https://someone:secret@www.instagram.com/saint.aubin", "https://www.instagram.com/saint.aubin"),
        ("https://someone:secret@saint-aubin.example/contact?a=1", "https://saint-aubin.example/contact?a=1"),
        ("saintaubin.tumblr.com/archive", "https://saintaubin.tumblr.com/"),
        ("https://youtube.com/@M%C3%A9diath%C3%A8que/videos", "https://www.youtube.com/@M%C3%A9diath%C3%A8que"),
        ("no address", None),
    ],
)
def test_what_is_shown(url: str, shown: str | None) -> None:
    assert RECOGNISER.normalise(url) == shown


@pytest.mark.parametrize(
    ("url", "network"), [("https://x.com/a/status/1", "x"), ("https://youtu.be/AbCd", "youtube"), ("https://saint-aubin.example", None)]
)
def test_the_network_of_a_link_that_is_no_account(url: str, network: str | None) -> None:
    assert RECOGNISER.network_of_url(url) == network


@given(st.text() | st.builds(lambda host, rest: host + "".join(rest), st.sampled_from(HOSTS), st.lists(PIECES | st.text(max_size=5), max_size=12)))
def test_no_text_is_too_strange(text: str) -> None:
    RECOGNISER.of_url(text)
    RECOGNISER.network_of_url(text)
    shown = RECOGNISER.normalise(text)
    assert shown is None or (shown.isascii() and shown.isprintable() and " " not in shown)


@given(st.text(alphabet="abcdefghijklmnop0123456789", min_size=6, max_size=20))
def test_credentials_are_never_shown(secret: str) -> None:
    secret = f"s3cr3t{secret}"
    shown = RECOGNISER.normalise(f"https://user:{secret}@www.facebook.com/saintaubin")
    assert shown == "https://www.facebook.com/saintaubin"
    assert secret not in repr(RECOGNISER.of_url(f"https://{secret}@x.com/saintaubin"))


@pytest.mark.parametrize(
    "text", ["/" * 60_000, "https://" * 8_000, "a." * 30_000, "https://x.com/" + "a/" * 30_000, "@" * 60_000, "https://m.me/" + "-1" * 30_000]
)
def test_long_texts_take_no_longer_than_they_are(text: str) -> None:
    RECOGNISER.of_url(text)
