"""A plan as Markdown, for minutes, wikis and pull requests."""

from collections.abc import Iterable

from channelfit.report.advice_markdown import sections_markdown
from channelfit.report.markdown import inert
from channelfit.report.plan_chart import Bar
from channelfit.report.plan_outline import PlanOutline

FULL = "█"
LONGEST = 20


def plan_markdown(outline: PlanOutline) -> str:
    return "\n".join(_lines(outline)) + "\n"


def _lines(outline: PlanOutline) -> Iterable[str]:
    yield from (f"# {inert(outline.title)}", "", f"_{inert(outline.subtitle)}_", "", f"## {inert(outline.heading)}", "")
    if outline.rows:
        yield from (f"| {' | '.join(map(inert, outline.columns))} |", "|---|---|---:|---:|---:|")
        yield from (f"| {' | '.join(inert(getattr(row, field)) for field in row.__struct_fields__)} |" for row in outline.rows)
        yield ""
    yield " ".join((f"**{inert(outline.sum_up[0])}**", *map(inert, outline.sum_up[1:])))
    yield from sections_markdown(outline.before)
    if outline.bars:
        yield from ("", f"## {inert(outline.chart_title)}", "", "```text", *_chart(outline.bars), "```", "")
        yield from (f"- {inert(note)}" for note in outline.chart_notes)
    yield from sections_markdown(outline.after)
    if outline.legend:
        yield from ("", inert(outline.legend))


def _chart(bars: Iterable[Bar]) -> Iterable[str]:
    for bar in bars:
        filled = FULL * round(LONGEST * bar.part)
        yield f"{bar.hours:>7} {filled:<{LONGEST}} {bar.points:>3} {bar.gain:>6} {bar.note}".rstrip()
