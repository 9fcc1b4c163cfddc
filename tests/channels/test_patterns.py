"""The order of knowledge decides nothing; patterns that cannot be are refused."""

import msgspec
import pytest
from pydantic import ValidationError

from channelfit.channels import Recogniser
from channelfit.rulebook.documents.addresses import NetworkPart
from channelfit.rulebook.model import Rulebook
from tests.built_in import built_in
from tests.channels.urls import CASES, NOT_ACCOUNTS


def backwards(rulebook: Rulebook) -> Rulebook:
    """The same knowledge, every list of it in the other order but the hosts, whose first is the one shown."""
    book = rulebook.addresses()
    networks = tuple(
        msgspec.structs.replace(one, urls=one.urls[::-1], reserved=one.reserved[::-1], not_accounts=one.not_accounts[::-1], tabs=one.tabs[::-1])
        for one in reversed(book.networks)
    )
    sheets = tuple(msgspec.structs.replace(sheet, urls=sheet.urls[::-1]) for sheet in reversed(rulebook.sheets))
    packed = msgspec.Raw(msgspec.msgpack.encode(msgspec.structs.replace(book, networks=networks)))
    return msgspec.structs.replace(rulebook, sheets=sheets, packed_addresses=packed)


def test_the_order_of_files_and_lines_never_counts() -> None:
    rulebook = built_in()
    one, other = Recogniser(rulebook), Recogniser(backwards(rulebook))
    urls = [*(case[0] for case in CASES), *NOT_ACCOUNTS]
    assert [other.of_url(url) for url in urls] == [one.of_url(url) for url in urls]


def test_a_rulebook_without_addresses_recognises_none(small: Rulebook) -> None:
    assert Recogniser(small).of_url("https://www.facebook.com/saintaubin") is None


@pytest.mark.parametrize("pattern", ["example.org/*", "example.org/{nobody}", "example.org/a b/{handle}", "example.org/{handle", ""])
def test_a_pattern_that_cannot_be_is_refused(pattern: str) -> None:
    with pytest.raises(ValidationError):
        NetworkPart(id="example", hosts=("example.org",), urls=(pattern,))
