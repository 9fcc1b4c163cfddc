"""An outline cut down to what was asked: the ranking, what is required or excluded, and what to do next."""

from msgspec.structs import replace

from channelfit.report.outline import Line, Outline, Said


def essential(outline: Outline) -> Outline:
    """The outline without its reasons; they are one `--verbose` away."""
    groups = tuple(replace(group, lines=tuple(_bare(line) for line in group.lines), more="") for group in outline.groups)
    return replace(outline, groups=groups, sections=(), basis="")


def _bare(line: Line) -> Line:
    return replace(line, reasons=(), presence=Said(""), rows=(), sure="")
