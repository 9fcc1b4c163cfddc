"""How channels, goals, audiences and reasons are spoken of in one language, on the day of the answer."""

from collections.abc import Iterable

from channelfit.report.cite import cite
from channelfit.report.outline import Said
from channelfit.rulebook.edition import Edition
from channelfit.words import Words


class Speaker:
    """Names and reasons of one edition in one language."""

    def __init__(self, edition: Edition, words: Words) -> None:
        self.edition = edition
        self.words = words

    def say(self, message: str, **params: object) -> str:
        return self.words.say(message, **params)

    def channel(self, name: str) -> str:
        sheet = self.edition.sheets.get(name) or next(sheet for sheet in self.edition.rulebook.sheets if sheet.id == name)
        return self.words.of(sheet.name_on(self.edition.as_of))

    def channels(self, names: Iterable[str], message: str = "and") -> str:
        return self.words.listed([self.channel(name) for name in names], message)

    def goal(self, name: str) -> str:
        return self.words.of(self.edition.goals[name].label)

    def audience(self, name: str) -> str:
        return self.words.of(self.edition.audiences[name].label)

    def verdict(self, name: str) -> str:
        return self.say(f"verdict.{name}")

    def because(self, rule: str, sign: str = "") -> Said:
        """The reason of a rule and whom it comes from."""
        found = self.edition.rules[rule]
        return Said(self.words.of(found.because), self.with_origin(self.cited(found.sources), [found.origin]), sign)

    def about(self, channels: Iterable[str], rule: str, ending: str = "") -> Said:
        """The reason of a rule, under the names of the channels it is about."""
        said = self.because(rule)
        return Said(self.say("named", names=self.channels(channels), text=f"{said.text}{ending}"), said.cite)

    def cited(self, sources: Iterable[str]) -> str:
        return cite(sources, self.edition, self.words)

    def with_origin(self, cited: str, origins: Iterable[str]) -> str:
        """Whom something comes from, and the overlays of the user's that say it."""
        named = [self.say("cite.overlay", origin=origin) for origin in dict.fromkeys(origins) if origin]
        return self.say("cite.and").join(filter(None, (cited, *named)))
