"""What one call of the screening cannot do at once, told before anything is read or written."""

from collections.abc import Collection, Mapping
from pathlib import Path

from channelfit.source.place import Problem, Unusable

REQUEST = "REQUEST"
APART: Mapping[str, tuple[str, ...]] = {
    REQUEST: ("--register", "--from-undeclared", "--request-out"),
    "--register": ("--from-undeclared", "--request-out", "--letter", "--print", "--presence"),
    "--from-undeclared": ("--letter", "--print", "--presence"),
}
ENDINGS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "letter": ("unknown-letter", (".md", ".html")),
    "print": ("unknown-sheet", (".html",)),
}


def check_together(typed: Collection[str]) -> None:
    """Raises Unusable for two that do not go together: one of them would go unheard."""
    for one, others in APART.items():
        for other in others:
            if one in typed and other in typed:
                raise Unusable([Problem("not-together", params={"one": one, "other": other})])


def check_endings(files: Mapping[str, str | None]) -> None:
    """The name of a letter, or of the sheet, says how it is written. Raises Unusable."""
    for option, (code, endings) in ENDINGS.items():
        path = files.get(option)
        if path is not None and Path(path).suffix.lower() not in endings:
            raise Unusable([Problem(code, params={"file": path})])
