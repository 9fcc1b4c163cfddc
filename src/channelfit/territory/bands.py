"""Age bands as people and statistical offices write them."""

import re

from channelfit.source.nearest import fold

Ages = tuple[int, int | None]

WRITTEN = re.compile(r"(\d{1,3})(?:-(\d{1,3})|\+)")
_FROM_TO = re.compile(r"(?:^|\D)(\d{1,3}) ?(?:-|–|a|to|et|and|/| ) ?(\d{1,3})(?: (?:ans|years|yrs))?(?:\D|$)")
_OPEN = re.compile(r"(?:^|\D)(\d{1,3}) ?(?:\+|(?:ans |years )?(?:et plus|ou plus|et \+|and over|and older|or over|or older|or more|plus))")
_UNDER = re.compile(r"(?:moins de|under|below|less than|0 a moins de) (\d{1,3})")
_SINGLE = re.compile(r"(?:age )?(\d{1,3})(?: (?:an|ans|year|years))?(?: old)?")
_CODED = re.compile(r"(?:[a-z]\d{2} ?)?pop ?(\d{2})(\d{2}|p)")
EVERYBODY = frozenset({"total", "ensemble", "all", "all ages", "tous", "tous ages", "toutes", "t"})


def band_of(text: str) -> Ages | None:
    """A band as briefs write it: 15-24, or 65+."""
    found = WRITTEN.fullmatch(text)
    return None if found is None else _checked(int(found[1]), int(found[2]) if found[2] else None)


def band_in(text: str) -> Ages | None:
    """A band as tables write it: 15 à 24 ans, 65 ans et plus, under 15, P21_POP1529, a single year."""
    plus = text.replace("+", " plus").replace("–", "-")
    folded = fold(plus)
    if (coded := _CODED.fullmatch(folded)) is not None:
        return _checked(int(coded[1]), None if coded[2] == "p" else int(coded[2]))
    if (under := _UNDER.search(folded)) is not None:
        return _checked(0, int(under[1]) - 1)
    if (opened := _OPEN.search(folded)) is not None:
        return int(opened[1]), None
    if (closed := _FROM_TO.search(folded)) is not None:
        return _checked(int(closed[1]), int(closed[2]))
    single = _SINGLE.fullmatch(folded)
    return None if single is None else (int(single[1]), int(single[1]))


def everybody(text: str) -> bool:
    """Whether a cell stands for all ages together."""
    return fold(text) in EVERYBODY


def written(ages: Ages) -> str:
    first, last = ages
    return f"{first}+" if last is None else f"{first}-{last}"


def _checked(first: int, last: int | None) -> Ages | None:
    return None if last is not None and last < first else (first, last)
