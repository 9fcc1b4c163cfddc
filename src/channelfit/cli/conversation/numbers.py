"""Numbers as people type them."""

from math import isfinite


def number_in(typed: str) -> float | int | None:
    """The number, with a comma or a point; None where it is none."""
    bare = typed.strip().replace("\u00a0", "").replace("\u202f", "").replace(",", ".")
    try:
        number = float(bare)
    except ValueError:
        return None
    if not isfinite(number):
        return None
    return int(number) if number == int(number) else number
