"""What is still worth knowing: facts that can change who comes first, and those that could rule something out."""

from collections import defaultdict
from collections.abc import Iterable

from channelfit.advice.model import Advice
from channelfit.advice.outlook import Outlook
from channelfit.advice.question import Question
from channelfit.report.extent import SHOWN, Extent
from channelfit.report.fact_words import typed_as
from channelfit.report.few import few
from channelfit.report.outline import Said
from channelfit.report.speaker import Speaker


class OpenQuestions:
    """The open questions of one answer in words."""

    def __init__(self, advice: Advice, outlook: Outlook, speaker: Speaker, extent: Extent) -> None:
        self._advice = advice
        self._outlook = outlook
        self._speaker = speaker
        self._full = extent.full
        self._facts = {fact.id: fact for fact in speaker.edition.rulebook.facts}

    def said(self) -> Iterable[Said]:
        """The questions of most weight, or that none matters any more; then vetoes that hang on what no question asks."""
        asked = self._outlook.questions or ()
        shown = asked if self._full else asked[:SHOWN]
        vetoes = self._vetoes()
        yield from (Said(self._question(item, vetoes.pop((item.fact,), ()))) for item in shown)
        if len(shown) < len(asked):
            yield Said(self._speaker.words.count("questions.more", len(asked) - len(shown)))
        if self._outlook.questions == ():
            yield Said(self._speaker.say("questions.none", podium=self._speaker.edition.rulebook.method.podium))
        named = {item.fact for item in asked if not self._full}
        for names, channels in vetoes.items():
            if named.isdisjoint(names):
                yield self._veto(names, channels)

    def _veto(self, names: Iterable[str], channels: Iterable[str]) -> Said:
        facts = self._speaker.words.listed([self._named(name) for name in names])
        return Said(self._speaker.say("pending", facts=facts, channels=self._few(channels)))

    def _question(self, question: Question, vetoed: Iterable[str]) -> str:
        points = round(question.swing) or 1
        message = "questions.one" if question.alone else "questions.with-another"
        said = self._speaker.words.count(message, points, fact=self._named(question.fact), channels=self._few(question.may_change))
        ruled_out = list(vetoed)
        return said + self._speaker.say("questions.veto", channels=self._few(ruled_out)) if ruled_out else said

    def _vetoes(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """By the facts that nobody gave: what is advised and they could rule out."""
        open_to = {item.channel for item in self._advice.ranking if item.verdict != "avoid"}
        found: defaultdict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        for item in self._advice.pending:
            if item.channel in open_to:
                found[item.facts][item.channel] = None
        return {facts: tuple(channels) for facts, channels in found.items()}

    def _named(self, name: str) -> str:
        fact = self._facts[name]
        return self._speaker.say("pending.fact", label=self._speaker.words.of(fact.label), typed=typed_as(fact, self._speaker.words))

    def _few(self, channels: Iterable[str]) -> str:
        return few(list(channels), self._speaker, full=self._full)
