"""Codes that a heading explains: `Platform (1=Facebook, 2=Instagram)`."""

import re

_ITEM = re.compile(r"(\d{1,3})\s*[=:]\s*((?:(?!\s\d{1,3}\s*[=:])[^,;|/)\]\n])+)")


def legend(heading: str) -> dict[str, str]:
    """What each code stands for; nothing where the heading explains fewer than two."""
    found = {code: meant.strip() for code, meant in _ITEM.findall(heading)}
    return found if len(found) > 1 else {}
