"""What goes with a ranking: duties, vetoes, who is missed, what makes it work, what is still open."""

from collections import defaultdict
from collections.abc import Iterable

from channelfit.advice.model import Advice
from channelfit.report.extent import Extent
from channelfit.report.few import few
from channelfit.report.outline import EQUALS, Said
from channelfit.report.speaker import Speaker


class Remarks:
    """The remarks on one answer, section by section."""

    def __init__(self, advice: Advice, speaker: Speaker, extent: Extent) -> None:
        self._advice = advice
        self._speaker = speaker
        self._extent = extent

    def required(self) -> Iterable[Said]:
        by_rules: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for item in self._advice.required:
            by_rules[item.rules].append(item.channel)
        return (self._speaker.about(channels, rule) for rules, channels in by_rules.items() for rule in rules)

    def excluded(self) -> Iterable[Said]:
        by_reason: defaultdict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
        for item in self._advice.excluded:
            by_reason[item.rules[0], item.instead].append(item.channel)
        told = {rule for item in self._advice.considered for rule in item.excluded_by}
        for (rule, instead), channels in by_reason.items():
            ending = self._speaker.say("instead", channels=self._speaker.channels(instead, "or")) if instead else ""
            yield self._excluded(channels, rule, ending, told=rule in told)

    def _excluded(self, channels: list[str], rule: str, ending: str, told: bool) -> Said:
        """A veto with the first of its channels; a reason already told is only referred to."""
        reason = self._speaker.because(rule)
        text = self._speaker.say("reason.told") if told else reason.text
        return Said(
            self._speaker.say("named", names=few(channels, self._speaker, full=self._extent.full), text=text + ending), "" if told else reason.cite
        )

    def left_out(self) -> Iterable[Said]:
        negligible = self._speaker.edition.rulebook.method.negligible
        for item in self._advice.left_out:
            audience, share = self._speaker.audience(item.audience), self._speaker.words.percent(item.share)
            if item.share <= negligible:
                yield Said(self._speaker.say("left-out.nobody", audience=audience))
            elif item.channels:
                message = "left-out.some" if item.share < 1 else "left-out.all"
                channels = self._speaker.channels(item.channels, "or")
                yield Said(self._speaker.words.count(message, len(item.channels), audience=audience, share=share, channels=channels))
            else:
                yield Said(self._speaker.say("left-out.unreached", audience=audience, share=share))

    def conditions(self) -> Iterable[Said]:
        yield from (self._speaker.because(name) for name in self._advice.advice)
        yield from self._about_advised("conditions")

    def cautions(self) -> Iterable[Said]:
        return self._about_advised("cautions")

    def decided(self) -> Iterable[Said]:
        decided = self._advice.brief.decided
        if decided is None:
            return
        verdicts = {item.channel: item.verdict for item in self._advice.ranking}
        message, day = ("decided", self._speaker.words.day(decided.on)) if decided.on else ("decided.undated", "")
        because = self._speaker.say("decided.because", because=decided.because) if decided.because else ""
        for channel in decided.channels:
            verdict = self._speaker.verdict(verdicts.get(channel, "none"))
            yield Said(self._speaker.say(message, channel=self._speaker.channel(channel), day=day, verdict=verdict) + because)

    def territory(self) -> Iterable[Said]:
        """That the people by age were given in vain."""
        rows = (row for item in self._advice.ranking for row in item.contributions)
        if self._advice.brief.territory is not None and not any(row.presence.weighted for row in rows):
            yield Said(self._speaker.say("territory-unused"), sign=EQUALS)

    def past_review(self) -> Iterable[Said]:
        rules = self._speaker.edition.rules
        for name in self._advice.past_review:
            yield Said(self._speaker.say("past-review", rule=name, day=self._speaker.words.day(rules[name].review_by)))

    def _about_advised(self, what: str) -> Iterable[Said]:
        """Rules about the channels advised, each said once with their names."""
        channels: defaultdict[str, list[str]] = defaultdict(list)
        for item in self._extent.advised():
            for rule in getattr(item, what):
                channels[rule].append(item.channel)
        return (self._speaker.about(named, rule) for rule, named in channels.items())
