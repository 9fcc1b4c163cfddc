"""What whoever reads a survey has to know besides its figures."""

from collections.abc import Callable, Iterator

from channelfit.report.outline import Said, Section
from channelfit.survey.answer import Answer, Cell
from channelfit.words import Words


class SurveySections:
    """The remarks on an answer; `name` gives the name of a channel."""

    def __init__(self, answer: Answer, words: Words, name: Callable[[str], str]) -> None:
        self._answer = answer
        self._words = words
        self._name = name

    def sections(self) -> Iterator[Section]:
        found = {"disagree": self._at_odds(), "few": self._few(), "online": self._online(), "unweighted": self._unweighted()}
        for key, items in found.items():
            if listed := tuple(items):
                yield Section(self._words.say(f"survey.section.{key}"), listed)

    def _at_odds(self) -> Iterator[Said]:
        """Where the two disagree, and once what to do about it."""
        gaps = tuple(self._disagree())
        yield from gaps
        if gaps:
            yield Said(self._words.say("survey.disagree-why"))

    def _disagree(self) -> Iterator[Said]:
        for line in self._answer.lines:
            gaps = [self._gap(cell) for cell in line.cells if cell.disagrees]
            if line.disagrees and line.before is not None and line.counted is not None and len(line.cells) > 1:
                gaps.insert(0, self._between(self._words.say("survey.all-together"), line.counted, line.before.share))
            if gaps:
                groups = self._words.listed(gaps)
                yield Said(self._words.say("survey.disagree", channel=self._name(line.channel), groups=groups))

    def _gap(self, cell: Cell) -> str:
        from channelfit.report.survey.outline import ages_word

        assert cell.before is not None
        return self._between(ages_word(cell.ages, self._words), cell.said / cell.asked, cell.before.share)

    def _between(self, group: str, here: float, there: float) -> str:
        words = self._words
        return words.say("survey.gap", ages=group, here=words.percent(here), there=words.percent(there))

    def _few(self) -> Iterator[Said]:
        from channelfit.report.survey.outline import ages_word

        small = self._answer.edition.rulebook.method.survey.small
        groups = {group.ages: group.asked for group in self._answer.survey.groups if group.asked < small}
        if groups:
            listed = [self._words.say("survey.few-group", ages=ages_word(ages, self._words), n=asked) for ages, asked in groups.items()]
            yield Said(self._words.say("survey.few", small=small, groups=self._words.listed(listed)))

    def _online(self) -> Iterator[Said]:
        channels = [self._name(line.channel) for line in self._answer.lines if line.biased]
        if channels and self._answer.survey.online_because:
            because = self._answer.survey.online_because
            yield Said(self._words.say("survey.online", channels=self._words.listed(channels), because=because))

    def _unweighted(self) -> Iterator[Said]:
        if any(line.everybody is not None and not line.everybody.weighted and len(line.cells) > 1 for line in self._answer.lines):
            aged = self._answer.edition.audiences[self._answer.survey.population].asked_ages is not None
            yield Said(self._words.say("survey.unweighted" if aged else "survey.unweighted-group"))
