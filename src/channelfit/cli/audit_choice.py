"""Which checks run, what they compare with, how grave they are, what makes the command fail: options, then configuration."""

from collections.abc import Collection, Iterable, Sequence

from channelfit.audit.checks import Choice
from channelfit.cli.session import Session
from channelfit.rulebook.checks import Check, Severity
from channelfit.source.nearest import nearest
from channelfit.source.place import Problem, Span, Unusable
from channelfit.source.reader import Reader
from channelfit.source.tree import Document, Node, Scalar

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
NEVER = "never"
THRESHOLDS = (*SEVERITIES, NEVER)
NO_FILE = Document("", (), Scalar(Span(1, 1, 1, 1), "", True))


class ChoiceReader:
    """Reads the choice of checks. Names of checks and of their families are known."""

    def __init__(self, checks: Collection[Check], session: Session) -> None:
        self._known = tuple(dict.fromkeys((*(name for check in checks for name in (check.id, *check.was)), *(check.family for check in checks))))
        self._limited = tuple(check.id for check in checks if check.limit is not None)
        self._session = session
        self._reader = Reader(session.config.document or NO_FILE)

    def read(self, select: Sequence[str], ignore: Sequence[str]) -> Choice:
        """Raises Unusable for a name that no check has, with its place where it stands in a file."""
        problems = [*self._typed("--select", select), *self._typed("--ignore", ignore)]
        choice = Choice(
            tuple(select) or self._configured("select"),
            (*ignore, *self._configured("ignore")),
            self._severities(),
            self._limits(),
        )
        problems += self._reader.problems
        if problems:
            raise Unusable(problems)
        return choice

    def _typed(self, option: str, names: Iterable[str]) -> Iterable[Problem]:
        unknown = (name for name in names if name not in self._known)
        return [Problem("unknown-check", params={"found": name, "option": option, "nearest": nearest(name, self._known)}) for name in unknown]

    def _configured(self, option: str) -> tuple[str, ...]:
        items = self._session.config.items(self._session.command, option)
        return tuple(item.text for item in items if self._is_known(item, self._known))

    def _severities(self) -> dict[str, Severity]:
        table = self._session.config.table(self._session.command, "severity")
        found: dict[str, Severity] = {}
        for entry in table or ():
            if self._is_known(entry.key, self._known) and (level := self._severity(entry.value)) is not None:
                found[entry.key.text] = level
        return found

    def _severity(self, node: Node) -> Severity | None:
        if not isinstance(node, Scalar):
            self._reader.wrong(node, "text")
            return None
        level = next((name for name in SEVERITIES if name == node.text), None)
        if level is None:
            self._reader.unknown("unknown-option", node, SEVERITIES)
        return level

    def _limits(self) -> dict[str, float]:
        table = self._session.config.table(self._session.command, "limits")
        numbers = ((entry.key, self._reader.number(entry.value, 0)) for entry in table or () if self._is_known(entry.key, self._limited))
        return {key.text: number for key, number in numbers if number is not None}

    def _is_known(self, name: Scalar, known: Collection[str]) -> bool:
        if name.text not in known:
            self._reader.unknown("unknown-check", name, known)
        return name.text in known


def failing(threshold: str) -> tuple[Severity, ...]:
    """The severities at or above a threshold. Raises Unusable."""
    if threshold not in THRESHOLDS:
        raise Unusable([Problem("unknown-threshold", params={"found": threshold, "nearest": nearest(threshold, THRESHOLDS), "known": THRESHOLDS})])
    return () if threshold == NEVER else SEVERITIES[: THRESHOLDS.index(threshold) + 1]
