"""The outline as Markdown, for minutes, wikis and pull requests."""

from collections.abc import Iterable

from channelfit.report.legend import legend
from channelfit.report.markdown import inert
from channelfit.report.outline import AGAINST, FOR, Line, Outline, Said, Section, SideBySide
from channelfit.words import Words


def advice_markdown(outline: Outline, words: Words) -> str:
    return "\n".join(_lines(outline, words)) + "\n"


def _lines(outline: Outline, words: Words) -> Iterable[str]:
    yield f"# {inert(outline.title)}"
    yield ""
    yield f"_{inert(outline.subtitle)}_"
    if outline.beside is not None:
        yield from _beside(outline.beside)
    for group in outline.groups:
        yield from ("", f"## {inert(group.title)}", "")
        if group.note:
            yield from (f"**{inert(group.note)}**", "")
        yield from _table(group.lines, words)
        if group.more:
            yield from ("", inert(group.more))
        for line in group.lines:
            if not line.presence.text:
                continue
            yield from ("", f"**{line.rank}. {inert(line.name)}** – {inert(line.verdict_word)}", "")
            yield from (f"- {said_markdown(said)}" for said in (*line.reasons, line.presence))
            if line.sure:
                yield f"- {inert(line.sure)}"
            if line.rows:
                yield ""
                yield from _rows(line, outline)
    yield from sections_markdown(outline.sections)
    yield from ("", f"**{inert(outline.next.text)}**", "", *((inert(outline.basis), "") if outline.basis else ()))
    yield from (f"{inert(line)}  " for line in legend(outline, words))


def sections_markdown(sections: Iterable[Section]) -> Iterable[str]:
    for section in sections:
        yield from ("", f"## {inert(section.title)}", "")
        yield from (f"- {said_markdown(item)}" for item in section.items)


def _beside(beside: SideBySide) -> Iterable[str]:
    yield from ("", f"## {inert(beside.title)}", "")
    if beside.rows:
        for row in (beside.headings, ("---",) * len(beside.headings), *beside.rows):
            yield f"| {' | '.join(cell if row[0] == '---' else inert(cell) for cell in row)} |"
        yield ""
    yield from (f"- {said_markdown(item)}" for item in beside.items)


def _table(lines: Iterable[Line], words: Words) -> Iterable[str]:
    yield f"| # | {words.say('column.channel')} | {words.say('column.score')} | {words.say('column.verdict')} |"
    yield "|---:|---|---:|---|"
    for line in lines:
        yield f"| {line.rank} | {inert(line.name)} | {line.score_word} | {inert(line.verdict_word)} |"


def _rows(line: Line, outline: Outline) -> Iterable[str]:
    yield f"| {' | '.join(outline.columns)} |"
    yield "|" + "---|" * len(outline.columns)
    for row in line.rows:
        yield f"| {' | '.join(inert(getattr(row, field)) for field in row.__struct_fields__)} |"


def said_markdown(said: Said) -> str:
    sign = f"{inert(said.sign)} " if said.sign in (FOR, AGAINST) else ""
    return sign + inert(said.text) + (f" {inert(f'[{said.cite}]')}" if said.cite else "")
