"""What is written is read back as it was, by our reader and by an older one; nothing in a name is obeyed."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from channelfit.intake.yaml_text import scalar, text
from channelfit.source.data import plain
from channelfit.source.parse import parse


@given(st.text(max_size=60))
@example("no")
@example("2026-01-01")
@example("@x")
@example("007")
@example("1e5")
@example('=HYPERLINK("https://example.org")')
@example("a: b # c")
@example("~")
@example("- dash")
@example("line\nbreak\u2028and\x85more\x00")
@example("y")
@example("12:30:45")
@example("1_000")
@example("0?")
@example("https://www.facebook.com/valmorin?x=1")
def test_a_text_is_read_back_as_it_was(value: str) -> None:
    written = f"key: {text(value)}\nlist: {scalar((value, value))}\n"
    data = plain(parse(written, "presence.yaml").root)
    assert isinstance(data, dict)
    assert data["key"] == value
    assert data["list"] == [value, value]
    assert yaml.safe_load(written)["key"] == value


@pytest.mark.parametrize(
    "value", ["Ville de Valmorin", "https://www.facebook.com/valmorin?x=1", "École d’Orvelay", "Trusted @ Office", "12 rue Haute"]
)
def test_what_needs_no_quotes_has_none(value: str) -> None:
    assert text(value) == value
