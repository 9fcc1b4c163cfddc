"""Why a rule, a figure or a channel counts otherwise in one edition than in another."""

from collections.abc import Iterable
from datetime import date

from channelfit.changes.model import Cause, What
from channelfit.presence.model import Share
from channelfit.rulebook.edition import Edition, within
from channelfit.rulebook.model import Change, Opening

SECTIONS: dict[What, str] = {"rule": "rules", "figure": "evidence", "channel": "channels"}


class Causes:
    """The causes of what differs between two editions."""

    def __init__(self, before: Edition, after: Edition) -> None:
        self._before = before
        self._after = after
        self._overlaid = _overlaid(before, after)
        self._sheets = {sheet.id: sheet for edition in (before, after) for sheet in edition.rulebook.sheets}

    def rule(self, name: str) -> Cause:
        old, new = self._before.rules.get(name), self._after.rules.get(name)
        if (cause := self._by_overlay("rule", name)) is not None:
            return cause
        if old is None and new is not None:
            return Cause("rule", name, "since", new.since)
        if new is None and old is not None:
            return Cause("rule", name, "ended", old.until)
        return Cause("rule", name, "applies")

    def rules(self, names: Iterable[str]) -> tuple[Cause, ...]:
        return tuple(self.rule(name) for name in dict.fromkeys(names))

    def presence(self, before: Share, after: Share) -> tuple[Cause, ...]:
        """What came to be the best that is known, then what it took the place of."""
        came = tuple(self._came(name) for name in _gone(after, before))
        news = any(cause.how not in ("steps-in", "applies") for cause in came)
        went = tuple(self._went(name, displaced=news) for name in _gone(before, after))
        return (*came, *went) or self._same(before, after)

    def channel(self, name: str) -> Cause:
        """Why a channel exists on one side only."""
        if (cause := self._by_overlay("channel", name)) is not None:
            return cause
        sheet = self._sheets[name]
        if self._before.country != self._after.country:
            return Cause("channel", name, "here" if name in self._after.sheets else "not-here")
        if name in self._after.sheets:
            return Cause("channel", name, "opened", self._between(sheet.since, sheet.opened))
        return Cause("channel", name, "closed", self._between(sheet.until, sheet.closed_in))

    def renamed(self, name: str) -> Cause:
        sheet = self._after.sheets[name]
        text = sheet.name_on(self._after.as_of)
        day = next((dated.since for dated in sheet.names if dated.text == text), None)
        return self._by_overlay("channel", name) or Cause("channel", name, "renamed", day)

    def _came(self, name: str) -> Cause:
        if name in self._after.rules:
            cause = self.rule(name)
            return cause if cause.how != "applies" else Cause("rule", name, "steps-in")
        if (cause_of := self._by_overlay("figure", name)) is not None:
            return cause_of
        figure = self._after.evidence[name]
        return Cause("figure", name, "steps-in") if name in self._before.evidence else Cause("figure", name, "since", figure.counts_from)

    def _went(self, name: str, *, displaced: bool) -> Cause:
        if name in self._before.rules:
            cause = self.rule(name)
            return cause if cause.how != "applies" else Cause("rule", name, "gives-way")
        aged = not displaced and self._before.as_of < self._after.as_of
        return self._by_overlay("figure", name) or Cause("figure", name, "too-old" if aged else "gives-way")

    def _same(self, before: Share, after: Share) -> tuple[Cause, ...]:
        """The same grounds, told otherwise: an overlay rewrote them or the sheet, or they have aged."""
        changed = [self.rule(name) for name in after.rules]
        rewritten = [cause for name in after.evidence if (cause := self._by_overlay("figure", name)) is not None]
        found = tuple(cause for cause in (*changed, *rewritten) if cause.how != "applies")
        if found or before.share != after.share:
            return found
        return tuple(Cause("figure", name, "older") for name in after.evidence)

    def _by_overlay(self, what: What, name: str) -> Cause | None:
        change = self._overlaid.get((SECTIONS[what], name))
        return None if change is None else Cause(what, name, change.how, origin=change.origin)

    def _between(self, day: date | None, openings: Iterable[Opening]) -> date | None:
        """The day between both editions on which it happened, everywhere or in the country asked for."""
        country, regions = self._after.country, self._after.rulebook.method.regions
        days = [day, *(item.since for item in openings if country is not None and within(country, (item.country,), regions))]
        return max((one for one in days if one is not None and self._before.as_of <= one <= self._after.as_of), default=None)


def _gone(share: Share, other: Share) -> list[str]:
    """The figures and rules that a share rests on and the other does not."""
    return [name for name in (*share.evidence, *share.rules) if name not in (*other.evidence, *other.rules)]


def _overlaid(before: Edition, after: Edition) -> dict[tuple[str, str], Change]:
    """What the overlays of the later edition made of the earlier one."""
    known = set(before.rulebook.changes)
    return {(change.section, change.id): change for change in after.rulebook.changes if change not in known}
