"""Text to nodes, within bounds. Every check is made on parse events, before anything is composed or expanded."""

import re
from itertools import islice
from typing import Any, TypeAlias

import yaml
from yaml import events

from channelfit.source.limits import DEPTH, EXPANDED_NODES, EXPANSION, PROBLEMS_SHOWN, STRING_BYTES
from channelfit.source.place import Param, Place, Problem, Span, Unusable
from channelfit.source.scalars import OutOfRange, resolve
from channelfit.source.tree import Document, Entry, Mapping, Node, Scalar, Sequence, shortened

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Marks: TypeAlias = Any  # yaml's marks are untyped
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # as the scanner counts lines
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # not printable, YAML 1.2 section 5.1


def parse(text: str, name: str) -> Document:
    """The one document of `text`, and nothing wrong with it. Raises Unusable."""
    document = parse_whole(text, name)
    if document.problems:
        raise Unusable(list(document.problems))
    return document


def parse_whole(text: str, name: str) -> Document:
    """The one document of `text` with what is wrong in it, for a reader to go on from there.

    Raises Unusable where nothing can be read on: broken syntax, a limit passed, nothing written at all.
    """
    lines = tuple(_LINE_BREAK.split(text))
    _refuse_control_characters(text, name, lines)
    builder = _Builder(name, lines)
    try:
        for event in yaml.parse(text, Loader=Loader):
            builder.take(event)
            if builder.stopped:
                break
    except yaml.YAMLError as error:
        builder.report_syntax(error)
    if builder.root is None and not builder.problems:
        builder.problems.append(Problem("file-empty", params={"file": name}))
    if builder.root is None or builder.stopped:
        raise Unusable(builder.problems)
    return Document(name, lines, builder.root, tuple(builder.problems))


def _refuse_control_characters(text: str, name: str, lines: tuple[str, ...]) -> None:
    problems = []
    for found in islice(_CONTROL.finditer(text), PROBLEMS_SHOWN):
        before = _LINE_BREAK.split(text[: found.start()])
        line, column = len(before), len(before[-1]) + 1
        place = Place(name, Span(line, column, line, column + 1), lines[line - 1])
        problems.append(Problem("control-character", place, {"found": f"U+{ord(found[0]):04X}"}))
    if problems:
        raise Unusable(problems)


class _Open:
    """A collection being read: its start, its anchor, what it holds so far."""

    def __init__(self, event: Any) -> None:
        self.mark = event.start_mark
        self.anchor: str | None = event.anchor
        self.is_mapping = isinstance(event, events.MappingStartEvent)
        self.items: list[Node] = []
        self.size = 1


class _Builder:
    """Builds nodes from events with a stack of open collections, so that depth costs no recursion."""

    def __init__(self, name: str, lines: tuple[str, ...]) -> None:
        self.name = name
        self.lines = lines
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.stopped = False
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._documents = 0
        self._written = 0
        self._expanded = 0

    def take(self, event: Any) -> None:
        if isinstance(event, events.DocumentStartEvent):
            self._start_document(event)
        elif isinstance(event, events.ScalarEvent):
            self._check_tag(event)
            self._add(self._scalar(event), 1, event.anchor)
        elif isinstance(event, events.CollectionStartEvent):
            self._start_collection(event)
        elif isinstance(event, events.CollectionEndEvent):
            self._end_collection(event)
        elif isinstance(event, events.AliasEvent):
            self._alias(event)

    def report_syntax(self, error: yaml.YAMLError) -> None:
        self.stopped = True
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        what = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
        place = self._place(self._last_written(_span(mark, mark))) if mark is not None else None
        if "nesting depth" in what:  # the scanner looks ahead, and gives up before we have counted
            self.problems.append(Problem("too-deep", place, {"limit": DEPTH}))
            return
        self.problems.append(Problem("yaml-syntax", place, {"file": self.name, "what": what}))

    def _start_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._report("several-documents", event)
            self.stopped = True

    def _start_collection(self, event: Any) -> None:
        self._check_tag(event)
        self._open.append(_Open(event))
        if len(self._open) > DEPTH:
            self._report("too-deep", event, limit=DEPTH)
            self.stopped = True

    def _end_collection(self, event: Any) -> None:
        closed = self._open.pop()
        span = _span(closed.mark, event.end_mark)
        node = self._mapping(closed, span) if closed.is_mapping else Sequence(span, tuple(closed.items))
        self._add(node, closed.size, closed.anchor)

    def _alias(self, event: Any) -> None:
        if any(collection.anchor == event.anchor for collection in self._open):
            self._report("alias-of-itself", event, name=event.anchor)
            self.stopped = True
            return
        if event.anchor not in self._anchors:
            self._report("alias-unknown", event, name=event.anchor)
            self.stopped = True
            return
        node, size = self._anchors[event.anchor]
        self._expanded += size
        if self._expanded > max(EXPANDED_NODES, EXPANSION * self._written):
            self._report("alias-bomb", event, limit=EXPANDED_NODES)
            self.stopped = True
        self._add(node, size, None, written=0)

    def _add(self, node: Node, size: int, anchor: str | None, written: int = 1) -> None:
        self._written += written
        if anchor is not None:
            self._anchors[anchor] = (node, size)
        if self._open:
            self._open[-1].items.append(node)
            self._open[-1].size += size
        else:
            self.root = node

    def _scalar(self, event: Any) -> Scalar:
        node = Scalar(_span(event.start_mark, event.end_mark), event.value, bool(event.implicit[0]))
        if len(event.value) > STRING_BYTES // 4 and len(event.value.encode()) > STRING_BYTES:
            self._report("text-too-long", event, limit=STRING_BYTES // 1024)
        try:
            resolve(node)
        except OutOfRange:
            self._report("number-out-of-range", event, found=shortened(event.value))
            return Scalar(node.span, node.text, plain=False)
        return node

    def _mapping(self, closed: _Open, span: Span) -> Mapping:
        entries: list[Entry] = []
        seen: dict[str, int] = {}
        for key, value in zip(closed.items[::2], closed.items[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.problems.append(Problem("key-not-text", self._place(key.span)))
                continue
            if key.text in seen:
                params: dict[str, Param] = {"key": shortened(key.text), "first": seen[key.text]}
                self.problems.append(Problem("duplicate-key", self._place(key.span), params))
                continue
            seen[key.text] = key.span.line
            entries.append(Entry(key, value))
        return Mapping(span, tuple(entries))

    def _check_tag(self, event: Any) -> None:
        if event.tag is not None and event.tag != "!":
            self._report("tag", event, found=str(event.tag).replace("tag:yaml.org,2002:", "!!"))

    def _report(self, code: str, event: Any, **params: Param) -> None:
        self.problems.append(Problem(code, self._place(_span(event.start_mark, event.end_mark)), params))

    def _last_written(self, span: Span) -> Span:
        """The place itself, or the end of what was written when it lies beyond."""
        line = span.line
        while line > 1 and not (line <= len(self.lines) and self.lines[line - 1].strip()):
            line -= 1
        end = len(self.lines[line - 1]) if self.lines else 1
        return span if line == span.line else Span(line, max(1, end), line, end + 1)

    def _place(self, span: Span) -> Place:
        text = self.lines[span.line - 1] if span.line <= len(self.lines) else ""
        return Place(self.name, span, text)


def _span(start: Marks, end: Marks) -> Span:
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
