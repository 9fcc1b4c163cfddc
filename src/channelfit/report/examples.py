"""Cases as examples on the page of a rule or a check."""

from collections.abc import Iterable, Sequence
from typing import Any

from channelfit.cases.examples import Example
from channelfit.words import Words

SHOWN = 3
SAID_APART = ("name", "expect", "todo")
BEGINNING = 600  # characters of what is asked: enough for an inventory of some accounts; a whole request goes on


def example_fields(examples: Sequence[Example], words: Words, *, full: bool) -> Iterable[tuple[str, str]]:
    """A line an example: its name, what is asked, what is expected, where it stands."""
    shown = examples if full else examples[:SHOWN]
    for example in shown:
        asked = flow(example.case.get("brief") or {key: value for key, value in example.case.items() if key not in SAID_APART})
        said = words.say(
            "rule.example-line",
            name=example.name,
            asked=asked if full else _begun(asked),
            expected=flow(example.expect),
            place=f"{example.file}:{example.line}",
        )
        yield words.say("rule.example"), said
    if len(shown) < len(examples):
        yield words.say("rule.example"), words.say("rule.examples-more", n=len(examples) - len(shown))


def _begun(asked: str) -> str:
    return asked if len(asked) <= BEGINNING else f"{asked[:BEGINNING].rsplit(', ', 1)[0]} …"


def example_tree(example: Example) -> dict[str, Any]:
    return {"name": example.name, "file": example.file, "line": example.line, "origin": example.origin, "case": example.case}


def flow(value: object, nested: bool = False) -> str:
    """Data on one line, as YAML would write it."""
    if isinstance(value, dict):
        inner = ", ".join(f"{key}: {flow(item, nested=True)}" for key, item in value.items())
        return f"{{{inner}}}" if nested else inner
    if isinstance(value, list):
        return f"[{', '.join(flow(item, nested=True) for item in value)}]"
    return {None: "", True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool | None) else str(value)
