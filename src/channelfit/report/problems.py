"""Problems as text: what was found, where, the line itself, what is expected, the nearest name, how to mend it."""

from collections.abc import Iterable

from channelfit.source.place import Place, Problem
from channelfit.words import Words
from channelfit.words.safe import plain_line

MARGIN = 60  # how much of a long line stands before the marker
WIDTH = 96


def problems_text(problems: Iterable[Problem], words: Words) -> str:
    listed = list(problems)
    blocks = ["\n".join(_block(problem, words)) for problem in listed]
    return "\n\n".join([*blocks, words.count("problem.count", len(listed))]) + "\n"


def _block(problem: Problem, words: Words) -> list[str]:
    message = words.say(f"problem.{problem.code}", **problem.params)
    lines = [f"{words.say('problem.error')}: {message}" if words.lang == "en" else f"{words.say('problem.error')}\u00a0: {message}"]
    if problem.place is not None:
        lines += _snippet(problem.place, words)
    lines += [f"  {hint}" for hint in _hints(problem, words)]
    return lines


def _snippet(place: Place, words: Words) -> list[str]:
    span = place.span
    start = max(0, span.column - 1 - MARGIN)
    text = plain_line(place.text)[start : start + WIDTH]
    one_line = span.end_line == span.line
    width = max(1, span.end_column - span.column) if one_line else len(place.text) - span.column + 1
    marker = " " * (span.column - 1 - start) + "^" * max(1, min(width, len(text) - (span.column - 1 - start)))
    number = str(span.line)
    where = words.say("problem.at", file=place.file, line=span.line, column=span.column)
    return [f"  {where}", f"  {number} | {text}", f"  {' ' * len(number)} | {marker}"]


def _hints(problem: Problem, words: Words) -> Iterable[str]:
    params = problem.params
    if "expected" in params:
        yield words.say("problem.expected", expected=words.say(f"expected.{params['expected']}", **{"keys": (), **params}))
    near = params.get("nearest") or params.get("nearby")
    if near:
        yield words.say("problem.did-you-mean", nearest=near)
    elif params.get("known"):
        yield words.say("problem.known", known=params["known"])
    remedy = f"problem.{problem.code}.remedy"
    if words.knows(remedy):
        yield words.say("problem.remedy", remedy=words.say(remedy, **params))
