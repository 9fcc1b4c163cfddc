"""Every text a person reads exists in both languages, each written for itself."""

import re
import string

import pytest

from channelfit.words.en import MESSAGES as ENGLISH
from channelfit.words.fr import MESSAGES as FRENCH

HIGH_PUNCTUATION = re.compile(r"[^\s\u00a0\u202f][;!?»]")  # colons also stand in samples of YAML


def placeholders(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}


def test_the_same_messages_exist_in_both() -> None:
    assert set(ENGLISH) == set(FRENCH)


@pytest.mark.parametrize("name", sorted(ENGLISH))
def test_both_say_the_same_things(name: str) -> None:
    assert placeholders(ENGLISH[name]) == placeholders(FRENCH[name])


def test_french_puts_a_space_before_high_punctuation() -> None:
    wrong = {name: text for name, text in FRENCH.items() if HIGH_PUNCTUATION.search(text) and "channelfit" not in text}
    assert wrong == {}
