"""Problems as text: what was found, where, the line itself, what is expected, the nearest name, how to mend it."""

from collections.abc import Iterable, Sequence
from textwrap import wrap

from channelfit.report.snippet import WIDTH, room, snippet
from channelfit.source.limits import PROBLEMS_SHOWN
from channelfit.source.place import Problem
from channelfit.words import Words


def problems_text(problems: Sequence[Problem], words: Words, width: int) -> str:
    """The first problems and how many there are. What was said once, such as a list of known ids, is not said again."""
    said: set[str] = set()
    blocks = ["\n".join(_block(problem, words, width, said)) for problem in problems[:PROBLEMS_SHOWN]]
    return "\n\n".join([*blocks, _count(len(problems), words)]) + "\n"


def _count(found: int, words: Words) -> str:
    if found > PROBLEMS_SHOWN:
        return words.say("problem.count-first", n=found, shown=PROBLEMS_SHOWN)
    return words.count("problem.count", found)


def _block(problem: Problem, words: Words, width: int, said: set[str]) -> list[str]:
    lines = [f"{words.say('problem.error')}{words.say('colon')}{words.say(f'problem.{problem.code}', **problem.params)}"]
    if problem.place is not None:
        span = problem.place.span
        where = words.say("problem.at", file=problem.place.file, line=span.line, column=span.column)
        lines += [f"  {where}", *snippet(problem.place, min(WIDTH, room(problem.place, width)))]
    for hint in _hints(problem, words):
        if hint not in said:
            lines += wrap(hint, width, initial_indent="  ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)
    said.update(_lists(problem, words))
    return lines


def _lists(problem: Problem, words: Words) -> Iterable[str]:
    """What is long and need not be repeated."""
    return [words.say("problem.known", known=problem.params["known"])] if "known" in problem.params else []


def _hints(problem: Problem, words: Words) -> Iterable[str]:
    params = problem.params
    if "expected" in params:
        yield words.say("problem.expected", expected=words.say(f"expected.{params['expected']}", **{"keys": (), **params}))
    near = params.get("nearest") or params.get("nearby")
    if near:
        yield words.say("problem.did-you-mean", nearest=near)
    elif params.get("known"):
        yield words.say("problem.known", known=params["known"])
    remedy = _remedy(problem, words)
    if words.knows(remedy):
        yield words.say("problem.remedy", remedy=words.say(remedy, **params))


def _remedy(problem: Problem, words: Words) -> str:
    """The remedy of the problem itself, or else of what was expected, or of the way the command is called."""
    own = f"problem.{problem.code}.remedy"
    if words.knows(own):
        return own
    if "expected" in problem.params:
        return f"mend.{problem.params['expected']}"
    return "problem.usage.remedy" if "command" in problem.params else ""
