"""What may stand under `expect:`, and of what shape each line is."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import TypeAlias, get_args

from channelfit.advice.model import Verdict
from channelfit.presence.model import Basis
from channelfit.rulebook.model import Rulebook
from channelfit.screen.model import Outcome
from channelfit.source.nearest import nearest
from channelfit.source.reader import Reader, shown
from channelfit.source.tree import Mapping as MappingNode
from channelfit.source.tree import Node, Scalar, Sequence

Shape: TypeAlias = Callable[[Node], None]
OF_BRIEFS: Mapping[str, str] = {
    "first": "channel",
    "first_network": "channel",
    "first_other": "channel",
    "before": "pairs",
    "not_first": "not-first",
    "not_in": "channels",
    "excluded": "channels",
    "not_excluded": "channels",
    "required": "channels",
    "verdict": "verdicts",
    "cautions": "rules",
    "advice": "rules",
    "fires": "rules",
    "silent": "rules",
    "presence": "shares",
    "error": "codes",
}
OF_ACCOUNTS: Mapping[str, str] = {"finding": "checks", "no_finding": "checks", "not_declared": "checks", "error": "codes"}
OF_REQUESTS: Mapping[str, str] = {
    "outcome": "outcome",
    "stops": "stops",
    "no_stops": "stops",
    "missing": "fields",
    "redirect_to": "places",
    "error": "codes",
}
NAMING = ("rules", "checks", "stops")  # shapes that speak of entries of the rulebook
ORDERING = ("first", "first_network", "first_other", "before", "not_first", "not_in", "verdict")


class Shapes:
    """Checks the values of expectations against the rulebook; what is wrong is reported to a reader."""

    def __init__(self, rulebook: Rulebook, reader: Reader) -> None:
        gone = {change.id for change in rulebook.changes if change.how == "disabled"}
        self._reader = reader
        channel = self._one_of("unknown-channel", {sheet.id for sheet in rulebook.sheets})
        rule = self._one_of("unknown-rule", {rule.id for rule in rulebook.rules} | gone)
        check = self._one_of("unknown-check", {check.id for check in rulebook.checklist().checks} | gone)
        screening = rulebook.screening()
        self._channel = channel
        self._shapes: Mapping[str, Shape] = {
            "channel": channel,
            "channels": partial(self._each, channel),
            "rules": partial(self._each, rule),
            "checks": partial(self._each, check),
            "pairs": partial(self._each, self._pair),
            "not-first": self._not_first,
            "verdicts": partial(self._by_channel, partial(self._each, self._one_of("unknown-option", get_args(Verdict)))),
            "shares": partial(self._by_channel, self._bounds),
            "codes": partial(self._each, self._text),
            "outcome": self._one_of("unknown-option", get_args(Outcome)),
            "stops": partial(self._each, self._one_of("unknown-rule", {stop.id for stop in screening.stops} | gone)),
            "fields": partial(self._each, self._one_of("unknown-fact", {name for question in screening.questions for name in question.fields})),
            "places": partial(self._each, self._text),
        }

    def check(self, shape: str, node: Node) -> None:
        self._shapes[shape](node)

    def _each(self, shape: Shape, node: Node) -> None:
        """A list, or the one thing that stands for it."""
        for item in (node,) if isinstance(node, Scalar) else self._reader.items(node):
            shape(item)

    def _one_of(self, code: str, known: Collection[str]) -> Shape:
        """An id. Where hundreds are known, the nearest one is named and the others are not."""

        def check(node: Node) -> None:
            if not isinstance(node, Scalar):
                self._reader.wrong(node, "id")
            elif node.text not in known:
                near = nearest(node.text, known)
                self._reader.report(code, node.span, found=shown(node), nearest=near, known=tuple(known) if isinstance(known, tuple) else ())

        return check

    def _by_channel(self, shape: Shape, node: Node) -> None:
        if not isinstance(node, MappingNode):
            self._reader.wrong(node, "by-channel")
            return
        for entry in node:
            self._channel(entry.key)
            shape(entry.value)

    def _text(self, node: Node) -> None:
        self._reader.text(node)

    def _pair(self, node: Node) -> None:
        if isinstance(node, Sequence) and len(node.items) == 2:
            self._each(self._channel, node)
        else:
            self._reader.wrong(node, "pair")

    def _not_first(self, node: Node) -> None:
        found = self._reader.fields(node, ("of", "channels"))
        for key in ("of", "channels"):
            if key not in found:
                self._reader.report("missing-key", node.span, key=key)
        if "of" in found:
            self._reader.number(found["of"].value, at_least=1)
        if "channels" in found:
            self._each(self._channel, found["channels"].value)

    def _bounds(self, node: Node) -> None:
        basis = self._one_of("unknown-option", get_args(Basis))
        for key, entry in self._reader.fields(node, ("basis", "at_least", "at_most")).items():
            if key == "basis":
                basis(entry.value)
            else:
                self._reader.number(entry.value, at_least=0)


def texts(node: Node) -> Iterator[Scalar]:
    """Every text in a value."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from texts(item)
