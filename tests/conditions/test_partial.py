"""What is left of a condition says of all the facts what the condition itself says."""

from hypothesis import given
from hypothesis import strategies as st

from channelfit.conditions.holds import holds
from channelfit.conditions.model import Against, All, Any, Compare, Condition, Known, Not
from channelfit.conditions.partial import settle

NAMES = st.sampled_from("abcd")
ORDERED = st.sampled_from(["below", "at_most", "at_least", "above"])
NUMBERS = st.integers(0, 3)
PLAIN: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Compare, NAMES, ORDERED, st.tuples(NUMBERS)),
    st.builds(Compare, NAMES, st.sampled_from(["in", "not_in"]), st.lists(NUMBERS, max_size=3).map(tuple)),
    st.builds(Compare, NAMES, st.sampled_from(["known", "none"]), st.tuples(st.booleans())),
    st.builds(Against, NAMES, ORDERED, NAMES),
)
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    PLAIN,
    lambda inner: st.builds(Not, inner) | st.lists(inner, max_size=3).map(tuple).flatmap(lambda parts: st.sampled_from([All(parts), Any(parts)])),
    max_leaves=8,
)
FACTS: st.SearchStrategy[dict[str, Known]] = st.dictionaries(NAMES, NUMBERS | st.just(()))


@given(CONDITIONS, FACTS, st.sets(NAMES))
def test_what_is_left_decides_as_the_whole(condition: Condition, facts: dict[str, Known], sure: set[str]) -> None:
    left = settle(condition, facts, lambda part: _names(part) <= sure)
    assert (left if left is None or isinstance(left, bool) else holds(left, facts)) == holds(condition, facts)


def _names(part: Compare | Against) -> set[str]:
    return {part.subject, part.other} if isinstance(part, Against) else {part.subject}
