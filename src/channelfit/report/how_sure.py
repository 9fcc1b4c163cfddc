"""How sure the ranking is, in sentences: what cannot be told apart, what would turn it, what to measure first."""

from collections.abc import Iterable
from math import sqrt

from channelfit.advice.model import Advice
from channelfit.advice.outlook import Certainty, Outlook, Pair, Unsure
from channelfit.report.extent import Extent
from channelfit.report.outline import ABOUT, EQUALS, Said
from channelfit.report.outlook_json import SMAA
from channelfit.report.speaker import Speaker
from channelfit.report.why_not import WhyNotWords


def how_sure(advice: Advice, speaker: Speaker, extent: Extent, outlook: Outlook) -> Iterable[Said]:
    found, why_not = outlook.certainty, outlook.why_not
    if found is None or not found.stability:
        return
    words = SureWords(speaker)
    yield from (words.alike(pair) for pair in found.alike[: None if extent.full else extent.reasons])
    if why_not is not None and why_not.runner_up is not None and why_not.runner_up.channel not in why_not.asked:
        yield from WhyNotWords(advice, speaker, extent).lines(why_not.runner_up)
    yield from (words.unsure(item) for item in found.unsure[: extent.reasons if extent.full else 1])
    yield from words.in_full(found) if extent.full else ()
    yield words.counted()


class SureWords:
    """Says shares of draws as times out of a hundred."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker
        self._doubt = speaker.edition.rulebook.method.certainty

    def alike(self, pair: Pair) -> Said:
        return self._pair("sure.alike", pair)

    def unsure(self, item: Unsure) -> Said:
        basis = self._speaker.say(f"basis-word.{item.basis}")
        channels = self._speaker.channels(item.channels, "or")
        return Said(self._speaker.say("sure.measure", audience=self._speaker.audience(item.audience), channels=channels, basis=basis))

    def in_full(self, found: Certainty) -> Iterable[Said]:
        """Every pair of the first few, and what the method is."""
        yield from (self._pair("sure.pair", pair) for pair in found.pairs if pair not in found.alike)
        yield Said(self._speaker.say("sure.method", method=SMAA, people=self._doubt.concentration, step=self._doubt.step), sign=EQUALS)

    def counted(self) -> Said:
        error = self._times(0.5 / sqrt(self._doubt.draws))
        return Said(self._speaker.say("sure.counted", draws=self._speaker.words.number(self._doubt.draws), seed=str(self._doubt.seed), error=error))

    def _pair(self, message: str, pair: Pair) -> Said:
        one, other = (self._speaker.channel(name) for name in (pair.one, pair.other))
        return Said(self._speaker.say(message, one=one, other=other, ahead=self._times(pair.ahead), behind=self._times(1 - pair.ahead)), sign=ABOUT)

    def _times(self, share: float) -> str:
        return self._speaker.words.number(share * 100)
