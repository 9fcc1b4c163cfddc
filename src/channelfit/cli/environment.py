"""The world outside, read once: day, environment, terminal."""

import os
import re
import shutil
import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TextIO

from msgspec import Struct

from channelfit.rulebook.text import Language

LANGUAGE = "CHANNELFIT_LANG"
NARROWEST = 40
WIDEST = 500
PIPE_WIDTH = 100
_TWO_LETTERS = re.compile("[A-Z]{2}")


class Environment(Struct, frozen=True):
    """What the commands may know of the world."""

    today: date
    folder: Path
    cache: Path | None
    width: int
    colour: bool
    terminal: bool
    interactive: bool
    lang: str | None
    locale: Language
    country: str | None = None


def read_environment(environ: Mapping[str, str] = os.environ, stdout: TextIO | None = None, stdin: TextIO | None = None) -> Environment:
    out: TextIO | None = stdout or sys.stdout  # None when the caller closed it
    terminal = out is not None and out.isatty()
    return Environment(
        today=datetime.now().astimezone().date(),
        folder=_folder(),
        cache=_cache(environ),
        width=_width(environ, terminal),
        colour=_colour(environ, terminal),
        terminal=terminal,
        interactive=terminal and not environ.get("CI") and _answers(stdin or sys.stdin),
        lang=environ.get(LANGUAGE) or None,
        locale=_locale(environ),
        country=_country(environ),
    )


def _answers(stdin: TextIO | None) -> bool:
    """Whether somebody may type; the stream is missing when the caller closed it."""
    return stdin is not None and stdin.isatty()


def _folder() -> Path:
    """The working folder; where it was removed under us, no folder that has anything to say."""
    try:
        return Path.cwd()
    except OSError:
        return Path()


def _cache(environ: Mapping[str, str]) -> Path | None:
    """Where compiled rulebooks are kept: the user's cache folder, by the platform's custom."""
    base = environ.get("XDG_CACHE_HOME") or environ.get("LOCALAPPDATA")
    if base:
        return Path(base) / "channelfit"
    home = environ.get("HOME")
    return Path(home) / ".cache" / "channelfit" if home else None


def _width(environ: Mapping[str, str], terminal: bool) -> int:
    columns = environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns[:6]) > 0:
        return min(WIDEST, max(NARROWEST, int(columns[:6])))
    if terminal:
        return min(WIDEST, max(NARROWEST, shutil.get_terminal_size((PIPE_WIDTH, 0)).columns))
    return PIPE_WIDTH


def _colour(environ: Mapping[str, str], terminal: bool) -> bool:
    """NO_COLOR wins (no-color.org), then FORCE_COLOR, then whether anybody is looking."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return terminal and environ.get("TERM") != "dumb"


def _locale(environ: Mapping[str, str]) -> Language:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "fr" if environ[name].lower().startswith("fr") else "en"
    return "en"


def _country(environ: Mapping[str, str]) -> str | None:
    """The country that the locale names (fr_BE.UTF-8): to be offered, never taken for granted."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            place = environ[name].partition(".")[0].partition("@")[0].partition("_")[2]
            return place if _TWO_LETTERS.fullmatch(place) else None
    return None
