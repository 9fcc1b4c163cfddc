"""A pilot as one page: inline drawings, no script, nothing fetched; prints on A4."""

from channelfit.report.pages import page
from channelfit.report.pilot.charts import Band, Bin
from channelfit.report.pilot.drawn import ranges
from channelfit.report.pilot.outline import PilotOutline
from channelfit.words import Words

LEGEND = ("stop", "on", "adopt", "seen")


def pilot_html(outline: PilotOutline, words: Words) -> str:
    """Whatever stands in the pilot is escaped."""
    legend = {name: words.say(f"pilot.legend.{name}") for name in LEGEND}
    drawn = {"bars": lambda bins: list(_bars(bins, words)), "zones": lambda bands: list(_zones(bands, words))}
    return page("pilot", words.lang, outline=outline, legend=legend, **drawn)


def _bars(bins: tuple[Bin, ...], words: Words) -> list[dict[str, object]]:
    most = max(item.mass for item in bins)
    labels = ranges(bins, words)
    return [
        {"label": label, "width": round(100 * item.mass / most, 1), "above": item.above, "mark": item.mark}
        for item, label in zip(bins, labels, strict=True)
    ]


def _zones(bands: tuple[Band, ...], words: Words) -> list[dict[str, object]]:
    """Places in percent of the width; None where there is no such zone."""
    return [
        {
            "label": words.say("pilot.chart.look", look=band.look.look, n=band.look.n),
            "stop": _percent(band.stop),
            "adopt": _percent(band.adopt),
            "seen": _percent(band.seen),
        }
        for band in bands
    ]


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 1)
