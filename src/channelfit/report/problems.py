"""Problems as text: what was found, where, the line itself, what is expected, the nearest name, how to mend it."""

from collections.abc import Iterable

from channelfit.report.snippet import snippet
from channelfit.source.place import Problem
from channelfit.words import Words


def problems_text(problems: Iterable[Problem], words: Words) -> str:
    listed = list(problems)
    blocks = ["\n".join(_block(problem, words)) for problem in listed]
    return "\n\n".join([*blocks, words.count("problem.count", len(listed))]) + "\n"


def _block(problem: Problem, words: Words) -> list[str]:
    message = words.say(f"problem.{problem.code}", **problem.params)
    lines = [f"{words.say('problem.error')}: {message}" if words.lang == "en" else f"{words.say('problem.error')}\u00a0: {message}"]
    if problem.place is not None:
        span = problem.place.span
        where = words.say("problem.at", file=problem.place.file, line=span.line, column=span.column)
        lines += [f"  {where}", *snippet(problem.place)]
    lines += [f"  {hint}" for hint in _hints(problem, words)]
    return lines


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
