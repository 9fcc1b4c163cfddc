"""Parts of the rules about rules to what `rules check` and `rules show` read."""

from channelfit.rulebook.checks import Lint, Renamed
from channelfit.rulebook.link.sections import Sections
from channelfit.rulebook.link.terms import text


def lints(sections: Sections) -> tuple[Lint, ...]:
    return tuple(
        Lint(part.id, place.file.family, part.severity, text(part.title), text(part.message), text(part.fix), text(part.because), place.file.origin)
        for place, part in sections.parts("lints", lambda file: file.lints)
    )


def renamed(sections: Sections) -> tuple[Renamed, ...]:
    return tuple(Renamed(part.old, part.new, part.until_version) for _, part in sections.parts("renamed", lambda file: file.renamed))
