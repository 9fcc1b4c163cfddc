"""What a file may not be, each with the place that is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelfit.source.data import plain
from channelfit.source.parse import parse
from channelfit.source.place import Unusable

WIDE_BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join(['*' + before] * 10)}]\n" for before, name in zip("abcdefg", "bcdefgh", strict=True)
)

REFUSED = {
    "nothing": ("", "file-empty", None),
    "only comments": ("# nothing here\n", "file-empty", None),
    "an open bracket": ("a: [1, 2\n", "yaml-syntax", 1),
    "a tab for indentation": ("a:\n\t- b\n", "yaml-syntax", 2),
    "a second document": ("a: 1\n---\nb: 2\n", "several-documents", 2),
    "a key twice": ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3),
    "a key twice, inside": ("a:\n  b: 1\n  b: 2\n", "duplicate-key", 3),
    "a list as a key": ("? [a, b]\n: c\n", "key-not-text", 1),
    "a tag": ("a: !!python/object:os.system x\n", "tag", 1),
    "a tag of one’s own": ("a: !mine x\n", "tag", 1),
    "an alias to nothing": ("a: *b\n", "alias-unknown", 1),
    "an anchor within itself": ("a: &a [*a]\n", "alias-of-itself", 1),
    "aliases that multiply": (WIDE_BOMB, "alias-bomb", None),
    "too deep, in brackets": ("a: " + "[" * 101 + "]" * 101, "too-deep", 1),
    "far too deep": ("[" * 50_000, "too-deep", 1),
    "too deep, in lines": ("".join("  " * depth + "a:\n" for depth in range(110)), "too-deep", 101),
    "a number out of range": ("a: 1000000000001\n", "number-out-of-range", 1),
    "not a number": ("a: .nan\n", "number-out-of-range", 1),
    "infinity": ("a: -.inf\n", "number-out-of-range", 1),
    "a control character": ("a: 1\nb: \x07\n", "control-character", 2),
    "an escape sequence in a comment": ("# \x1b[31m\na: 1\n", "control-character", 1),
    "an endless text": ("a: " + "x" * 70_000, "text-too-long", 1),
}


def problems_of(text: str) -> list[str] | None:
    """The codes of what is wrong with a text; None where it is read."""
    try:
        parse(text, "some.yaml")
    except Unusable as refused:
        return [problem.code for problem in refused.problems]
    return None


@pytest.mark.parametrize(("text", "code", "line"), REFUSED.values(), ids=REFUSED)
def test_refused(text: str, code: str, line: int | None) -> None:
    with pytest.raises(Unusable) as refused:
        parse(text, "some.yaml")
    problem = refused.value.problems[0]
    assert problem.code == code
    if line is not None:
        assert problem.place is not None
        assert (problem.place.file, problem.place.span.line) == ("some.yaml", line)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("yes", "yes"), ("no", "no"), ("on", "on"), ("NO", "NO"), ("true", True), ("False", False), ("null", None), ("~", None), ("", None),
        ("12", 12), ("-3", -3), ("0o17", 15), ("0x1F", 31), ("017", 17), ("1.5", 1.5), ("1e3", 1000.0), ("1_000", "1_000"),
        ("2020-02-12", "2020-02-12"),
        ("12:30", "12:30"), ("'12'", "12"), ('"true"', "true"), ("=", "="), ("<<", "<<"),
    ],
)  # fmt: skip
def test_scalars_are_read_by_the_core_schema(written: str, value: object) -> None:
    """YAML 1.2 section 10.3: only true and false are booleans, dates and sexagesimals are text."""
    assert plain(parse(f"a: {written}\n", "some.yaml").root) == {"a": value}


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(Unusable) as refused:
        parse("a: 1\na: 2\nb: .nan\nb: !x 3\n", "some.yaml")
    assert {problem.code for problem in refused.value.problems} == {"duplicate-key", "number-out-of-range", "tag"}


def test_a_merge_key_is_an_ordinary_key() -> None:
    assert plain(parse("a: &a {x: 1}\nb: {<<: *a}\n", "some.yaml").root) == {"a": {"x": 1}, "b": {"<<": {"x": 1}}}


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is thrown at it, the parser answers with a document or with problems."""
    assert problems_of(text) is None or problems_of(text)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.floats(-1e9, 1e9) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(min_size=1, max_size=10).filter(lambda key: not key.startswith("x-")), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(VALUES)
def test_json_is_read_as_it_was_written(value: object) -> None:
    """JSON is YAML 1.2; a value that went through it comes back."""
    import json

    if value in (None, "", [], {}):
        return
    written = json.dumps(value)
    refused = problems_of(written)
    if refused is None:
        assert plain(parse(written, "some.json").root) == json.loads(written)
    # The scanner refuses some characters and long keys that JSON allows; it must say so, not answer something else.
    assert set(refused or ()) <= {"yaml-syntax", "file-empty", "control-character"}
