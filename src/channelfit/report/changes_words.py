"""How causes of a change are spoken of: the reason of a rule, the count behind a figure, the day of a channel."""

from collections.abc import Sequence

from channelfit.changes.model import Answered, Cause
from channelfit.report.outline import Said
from channelfit.report.speaker import Speaker
from channelfit.words import Words


class CauseWords:
    """Says what is known to either of two editions, in one language."""

    def __init__(self, before: Answered, after: Answered, words: Words) -> None:
        self.words = words
        self.before, self.after = (Speaker(side.edition, words) for side in (before, after))

    def channel(self, name: str) -> str:
        return self._knowing(name).channel(name)

    def channels(self, names: Sequence[str]) -> str:
        return self.words.listed([self.channel(name) for name in names])

    def cause(self, cause: Cause, sign: str = "") -> Said:
        """One cause as a sentence, with whom it comes from."""
        if cause.what == "rule":
            return self._rule(cause, sign)
        if cause.what == "figure":
            return self._figure(cause, sign)
        return Said(self._told(cause, self.channel(cause.id)), sign=sign)

    def causes(self, causes: Sequence[Cause]) -> Said:
        """Several causes in one line."""
        said = [self.cause(cause) for cause in causes]
        cited = dict.fromkeys(item.cite for item in said if item.cite)
        return Said(" · ".join(item.text for item in said), self.words.say("cite.and").join(cited))

    def _rule(self, cause: Cause, sign: str) -> Said:
        """The reason, the id under which the rule can be looked up, and why it counts otherwise."""
        speaker = self.after if cause.id in self.after.edition.rules else self.before
        reason = speaker.because(cause.id, sign)
        return Said(self._told(cause, self.words.say("changes.rule", because=reason.text, rule=cause.id)), reason.cite, sign)

    def _figure(self, cause: Cause, sign: str) -> Said:
        speaker = self.after if cause.id in self.after.edition.evidence else self.before
        figure = speaker.edition.evidence[cause.id]
        share = self.words.percent(figure.share)
        named = self.words.say("changes.figure", figure=figure.id, share=share, country=figure.country, year=figure.year)
        return Said(self._told(cause, named), speaker.cited([figure.source]), sign)

    def _told(self, cause: Cause, named: str) -> str:
        day = self.words.day(cause.day) if cause.day is not None else self.words.say("changes.day-unknown")
        how = self.words.say(f"changes.{cause.what}.{cause.how}", day=day, origin=cause.origin, because=self._objection(cause))
        return self.words.say("changes.told", named=named, how=how) if how else named

    def _objection(self, cause: Cause) -> str:
        """Why an overlay disabled a rule."""
        changes = self.after.edition.rulebook.changed("rules", cause.id) if cause.how == "disabled" else ()
        return " ".join(self.words.of(change.because) for change in changes if change.because)

    def _knowing(self, channel: str) -> Speaker:
        return self.after if any(sheet.id == channel for sheet in self.after.edition.rulebook.sheets) else self.before
