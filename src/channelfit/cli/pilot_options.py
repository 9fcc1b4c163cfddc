"""What was typed for a pilot, as values; every mistake is a problem of ours."""

from collections.abc import Mapping
from math import isfinite

from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.pilots import Metric, PilotTemplate
from channelfit.rulebook.synonyms import channel_synonyms
from channelfit.rulebook.text import Text
from channelfit.source.nearest import fold, nearest, nearest_meaning
from channelfit.source.place import Problem, Unusable
from channelfit.words import Words

OUT_OF = " / "  # between what is counted and out of what; a stroke without spaces belongs to a word


def read_channel(option: str, typed: str | None, rulebook: Rulebook) -> str:
    """The id of a channel, from its id or a usual name. Raises Unusable."""
    meanings = channel_synonyms(rulebook)
    if typed is None:
        raise Unusable([Problem("missing-option", params={"option": option, "known": tuple(sheet.id for sheet in rulebook.sheets)})])
    if fold(typed) not in meanings:
        raise Unusable([Problem("unknown-channel", params={"found": typed, "nearest": nearest_meaning(typed, meanings)})])
    return meanings[fold(typed)]


def read_metric(typed: str) -> Metric:
    """What is counted, out of what. Raises Unusable where either is missing, or where there are more of them."""
    numerator, *rest = (part.strip() for part in f" {typed} ".split(OUT_OF))
    if len(rest) > 1:
        raise Unusable([Problem("pilot-metric-several", params={"found": typed})])
    denominator = rest[0] if rest else ""
    for key, part in (("numerator", numerator), ("denominator", denominator)):
        if not part:
            raise Unusable([Problem("pilot-no-denominator", params={"key": key})])
    return Metric(*(Text(text, text) for text in (f"{numerator} / {denominator}", numerator, denominator)))


def read_template(typed: str | None, known: tuple[PilotTemplate, ...]) -> PilotTemplate:
    """A template by its id. Raises Unusable."""
    ids = tuple(template.id for template in known)
    found = next((template for template in known if template.id == typed), None)
    if found is None:
        raise Unusable([Problem("unknown-template", params={"found": typed or "", "nearest": nearest(typed or "", ids), "known": ids})])
    return found


def held_to(template: PilotTemplate, channels: tuple[str, ...], fitting: tuple[PilotTemplate, ...], words: Words) -> PilotTemplate:
    """The template, where it can be counted on the channels. Raises Unusable with those that can."""
    if template.needs is None or template.fits(channels):
        return template
    unfit = next(name for name in channels if not template.fits([name]))
    said = {"template": template.id, "channel": unfit, "because": words.of(template.needs.because)}
    raise Unusable([Problem("template-unfit", params={**said, "known": tuple(other.id for other in fitting)})])


def read_shares(given: Mapping[str, str | None], usual: tuple[float, float] | None) -> tuple[float, float]:
    """The least useful share and one worth finding: as typed, else as the template judges. Raises Unusable."""
    shares = [_share(f"--{name}", text) if (text := given[name]) is not None else None for name in ("p0", "p1")]
    if usual is None and None in shares:
        raise Unusable([Problem("pilot-shares-missing")])
    p0, p1 = (share if share is not None else usual[place] if usual else 0.0 for place, share in enumerate(shares))
    if p0 >= p1:
        raise Unusable([Problem("pilot-shares-order", params={"p0": str(p0), "p1": str(p1)})])
    return p0, p1


def read_weeks(typed: str | None, least: int) -> int:
    """Whole weeks, as many as the trial and one cycle ask for. Raises Unusable."""
    if typed is None:
        return least
    if not (typed.isascii() and typed.isdigit() and len(typed) <= len("1000")):
        raise Unusable([Problem("pilot-not-whole", params={"found": typed})])
    if int(typed) < least:
        raise Unusable([Problem("pilot-weeks", params={"found": int(typed), "least": least})])
    return int(typed)


def _share(option: str, typed: str) -> float:
    try:
        share = float(typed.replace(",", "."))
    except ValueError:
        share = 0.0
    if not (isfinite(share) and 0 < share < 1):
        raise Unusable([Problem("pilot-share", params={"found": typed, "option": option})])
    return share
