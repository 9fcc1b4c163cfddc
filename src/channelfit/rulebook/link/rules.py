"""Rule parts to rules: conditions read, groups written out, effects made uniform."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from channelfit.conditions.model import AUDIENCE, GOAL
from channelfit.rulebook.conditions import ConditionReader
from channelfit.rulebook.documents.rules import ANSWER, OneOfPart, RulePart
from channelfit.rulebook.gather import Gathered
from channelfit.rulebook.link.problems import Problems
from channelfit.rulebook.link.terms import text
from channelfit.rulebook.model import Advises, Caution, Effect, Excludes, Fact, Fits, Method, Presence, Requires, Rule
from channelfit.source.place import Problem

Number = TypeVar("Number", int, float)


class Names:
    """What the rules of a rulebook may speak of."""

    def __init__(
        self,
        facts: Mapping[str, Fact],
        goals: Mapping[str, object],
        audiences: Mapping[str, tuple[str, ...]],
        channels: Iterable[str],
        groups: Mapping[str, tuple[str, ...]],
        sources: Iterable[str],
    ) -> None:
        self.facts = facts
        self.goals = goals
        self.audiences = audiences
        self.groups = groups
        self.channels = frozenset(channels)
        self.sources = frozenset(sources)


class RuleLinker:
    """Links the rules of one file."""

    def __init__(self, names: Names, method: Method, file: Gathered, problems: Problems) -> None:
        self._names = names
        self._method = method
        self._file = file
        self._problems = problems
        self._reader = ConditionReader(names.facts, names.goals, names.audiences, self._report)

    def link(self, index: int, part: RulePart) -> Rule:
        path = ("rules", index)
        for name in part.sources:
            if name not in self._names.sources:
                self._problems.unknown(self._file, "unknown-source", name, self._names.sources, (*path, "sources"))
        lines = {name: value for name, value in part.when.items() if name not in (GOAL, AUDIENCE)}
        return Rule(
            id=part.id,
            family=self._file.family,
            since=part.since,
            until=part.until,
            review_by=part.review_by,
            goals=self._named(GOAL, part, path),
            audiences=self._named(AUDIENCE, part, path),
            named_audiences=_listed(part.when.get(AUDIENCE, [])),
            when=self._reader.read(lines, (*path, "when")),
            unless=None if part.unless is None else self._reader.read(part.unless, (*path, "unless")),
            effect=self._effect(part, path),
            because=text(part.because),
            sources=part.sources,
            origin=self._file.origin,
        )

    def _named(self, kind: str, part: RulePart, path: tuple[str | int, ...]) -> tuple[str, ...] | None:
        if kind not in part.when:
            return None
        return self._reader.terms(kind, part.when[kind], (*path, "when", kind))

    def _effect(self, part: RulePart, path: tuple[str | int, ...]) -> Effect:
        if part.fits is not None:
            return Fits(self._spread(part.fits, (*path, "fits")))
        if part.presence is not None:
            shares = {name: self._share(share, (*path, "presence", name)) for name, share in part.presence.items()}
            return Presence(self._spread(shares, (*path, "presence")))
        if part.excludes is not None:
            return Excludes(self._channels(part.excludes.channels, path), self._channels(part.excludes.instead, path))
        if part.requires is not None:
            one_of = isinstance(part.requires, OneOfPart)
            names = part.requires.one_of if isinstance(part.requires, OneOfPart) else part.requires
            return Requires(self._channels(names, path), one_of)
        if part.caution is not None:
            return Caution(self._channels(part.caution, path))
        named = part.advice or ()
        return Advises(() if named == (ANSWER,) else self._channels(named, path))

    def _share(self, share: float | str, path: tuple[str | int, ...]) -> float:
        """A share as such, or the one that the method gives to a word."""
        if isinstance(share, float):
            return share
        if share not in self._method.levels:
            self._problems.unknown(self._file, "unknown-level", share, self._method.levels, path)
        return self._method.levels.get(share, 0.0)

    def _spread(self, values: Mapping[str, Number], path: tuple[str | int, ...]) -> dict[str, Number]:
        """Values of groups for each of their channels; a channel named itself keeps its own value."""
        spread: dict[str, Number] = {}
        for name, value in values.items():
            for channel in self._names.groups.get(name, ()):
                spread[channel] = value
        for name, value in values.items():
            if name not in self._names.groups:
                spread.update(dict.fromkeys(self._channels((name,), path), value))
        return spread

    def _channels(self, names: Iterable[str], path: tuple[str | int, ...]) -> tuple[str, ...]:
        found: list[str] = []
        for name in names:
            if name in self._names.groups:
                found += self._names.groups[name]
            elif name in self._names.channels:
                found.append(name)
            else:
                self._problems.unknown(self._file, "unknown-channel", name, [*self._names.channels, *self._names.groups], path)
        return tuple(dict.fromkeys(found))

    def _report(self, problem: Problem, path: tuple[str | int, ...]) -> None:
        self._problems.add(self._file, problem, path)


def _listed(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else (str(value),)
