"""A survey in sentences and tables, before any format."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from channelfit.presence.model import Share
from channelfit.report.cite import cite
from channelfit.report.legend import marks
from channelfit.report.outline import Said, Section
from channelfit.report.speaker import Speaker
from channelfit.report.survey.sections import SurveySections
from channelfit.source.nearest import fold
from channelfit.survey.answer import Answer, Cell, Line
from channelfit.survey.evidence import days_of
from channelfit.survey.reject import sheet_of
from channelfit.words import Words
from channelfit.words.safe import plain_line

COLUMNS = ("ages", "counted", "country", "weights", "together")


class Block(Struct, frozen=True):
    """A channel: what is known of everybody, and of each group."""

    name: str
    whole: str
    country: Said
    rows: tuple[tuple[str, ...], ...]


class SurveyOutline(Struct, frozen=True):
    title: str
    subtitle: tuple[str, ...]
    columns: tuple[str, ...]
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    next: str
    legend: tuple[str, ...]


def bare(outline: SurveyOutline) -> SurveyOutline:
    """What is known of everybody, and what was written."""
    blocks = tuple(Block(block.name, block.whole, Said(""), ()) for block in outline.blocks)
    return replace(outline, blocks=blocks, sections=(), legend=())


class SurveyWords:
    """Tells an answer in one language. `written` is the file of evidence, and its folder, where one was made."""

    def __init__(self, answer: Answer, words: Words, written: tuple[str, str] | None) -> None:
        self._answer = answer
        self._words = words
        self._written = written
        self._speaker = Speaker(answer.edition, words)

    def outline(self, full: bool = False) -> SurveyOutline:
        blocks = tuple(self._block(line) for line in self._answer.lines)
        sections = tuple(SurveySections(self._answer, self._words, self.name).sections())
        used = "".join(block.country.cite for block in blocks)
        return SurveyOutline(
            title=plain_line(self._answer.survey.title),
            subtitle=tuple(self._subtitle()),
            columns=tuple(self._words.say(f"survey.column.{name}") for name in COLUMNS),
            blocks=blocks,
            sections=sections,
            next=self._next(),
            legend=tuple(self._legend(used, full)),
        )

    def name(self, channel: str) -> str:
        """A channel by its name; a network by its own."""
        sheet = sheet_of(channel, self._answer.edition.rulebook)
        if sheet.id == channel:
            return self._speaker.channel(channel)
        names = (self._speaker.channel(other.id) for other in self._answer.edition.rulebook.sheets if other.network == channel)
        return next((word for name in names for word in name.split() if fold(word) == fold(channel)), channel)

    def _subtitle(self) -> Iterator[str]:
        survey, words, edition = self._answer.survey, self._words, self._answer.edition
        days = words.listed([words.day(day) for day in days_of(survey)], "survey.to")
        yield words.say(
            "survey.held",
            publisher=survey.publisher,
            place=survey.place,
            days=days,
            mode=words.say(f"survey.mode.{survey.mode}"),
            answers=words.count("survey.answers", survey.asked),
        )
        rulebook = edition.rulebook
        yield words.say("subtitle", day=words.day(edition.as_of), country=survey.country, name=rulebook.name, version=rulebook.version)
        if survey.question:
            yield words.say("survey.question", question=survey.question)

    def _block(self, line: Line) -> Block:
        return Block(self.name(line.channel), self._whole(line), self._country(line), tuple(self._row(cell) for cell in line.cells))

    def _whole(self, line: Line) -> str:
        population = self._speaker.audience(self._answer.survey.population)
        if line.everybody is None:
            return self._words.say("survey.whole-unknown", population=population)
        how = "weighted" if line.everybody.weighted else "unweighted"
        share = self._share(line.everybody)
        return self._words.say(f"survey.whole-{how}" if len(line.cells) > 1 else "survey.whole", population=population, share=share)

    def _country(self, line: Line) -> Said:
        """What surveys say of the same people in the country, and whose they are."""
        before = [cell.before for cell in line.cells if cell.before is not None]
        names = dict.fromkeys(name for share in (line.before, *before) if share is not None for name in share.evidence)
        if not names:
            return Said(self._words.say("survey.country-unknown"))
        edition = self._answer.edition
        cited = cite(dict.fromkeys(edition.evidence[name].source for name in names), edition, self._words)
        if line.before is None:
            return Said(self._words.say("survey.country-groups"), cited)
        basis = self._words.say(f"basis-word.{line.before.basis}")
        return Said(self._words.say("survey.country", share=self._share(line.before), basis=basis), cited)

    def _row(self, cell: Cell) -> tuple[str, ...]:
        words = self._words
        counted = words.say("survey.counted", said=cell.said, asked=cell.asked, share=words.percent(cell.said / cell.asked))
        weights = f"{words.number(cell.weight_counted)} : {words.number(cell.weight_before)}"
        before = words.say("survey.nobody") if cell.before is None else words.percent(cell.before.share)
        marks = (words.say("survey.mark-disagrees") if cell.disagrees else "") + (words.say("survey.mark-few") if cell.few else "")
        return ages_word(cell.ages, words), counted, before, weights, self._share(cell.known) + marks

    def _share(self, share: Share) -> str:
        words = self._words
        return words.say("survey.share", share=words.percent(share.share), low=words.number(share.low * 100), high=words.percent(share.high))

    def _next(self) -> str:
        """What was written and how it is used; or how to have it written."""
        if self._written is None:
            return self._words.say("survey.next-write")
        file, folder = self._written
        return self._words.say("survey.next-use", file=file, folder=folder)

    def _legend(self, used: str, full: bool) -> Iterator[str]:
        method = self._answer.edition.rulebook.method
        yield self._words.say("survey.legend-together")
        if any(line.disagrees or any(cell.disagrees for cell in line.cells) for line in self._answer.lines):
            yield self._words.say("survey.legend-disagrees", times=round(method.survey.conflict * 100))
        if full:
            years = method.half_life_years
            yield self._words.say("survey.method", cap=method.samples_cap, years=years["network"], own=years["owned"], offline=years["offline"])
        yield from marks(used, self._words)


def ages_word(ages: tuple[int, int | None] | None, words: Words) -> str:
    if ages is None:
        return words.say("survey.all-ages")
    first, last = ages
    return words.say("survey.ages-on", first=first) if last is None else words.say("survey.ages", first=first, last=last)
