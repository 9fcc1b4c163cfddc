"""What a meeting is told of a pilot, before any format: headings with sentences, and where the charts go."""

from msgspec import Struct

from channelfit.pilot.design import least_weeks
from channelfit.pilot.model import Pilot, Review, Reviewed
from channelfit.report.pilot.charts import ABOVE, BELOW, Band, Bin, bands, bins
from channelfit.report.pilot.effect import evidence_sentences
from channelfit.report.pilot.sentences import PilotSentences
from channelfit.report.speaker import Speaker
from channelfit.rulebook.pilots import Trial


class Part(Struct, frozen=True):
    title: str
    sentences: tuple[str, ...]
    bands: tuple[Band, ...] = ()
    bins: tuple[Bin, ...] = ()


class PilotOutline(Struct, frozen=True):
    """`decision` is the id, for colour; `verdict` is read."""

    title: str
    subtitle: str
    parts: tuple[Part, ...]
    decision: str = ""
    verdict: str = ""
    foot: str = ""


def design_outline(pilot: Pilot, trial: Trial, speaker: Speaker, file: str, *, full: bool) -> PilotOutline:
    said = PilotSentences(pilot, speaker)
    words = speaker.words
    measure = [said.say("pilot.metric"), *(map(words.of, pilot.counts) if full else ())]
    per_week = -(-pilot.planned.n // pilot.weeks)
    length = [
        said.say("pilot.duration", start=words.day(pilot.starts_on), weeks=pilot.weeks, least=least_weeks(trial, pilot.cycle_weeks)),
        said.say("pilot.pace.two" if pilot.against else "pilot.pace.one", n=per_week),
    ]
    return PilotOutline(
        said.say("pilot.title"),
        words.of(pilot.hypothesis),
        (
            Part(words.say("pilot.part.measure"), tuple(measure)),
            Part(words.say("pilot.part.length"), tuple(length)),
            Part(words.say("pilot.part.rule"), tuple(said.rule()), tuple(bands(pilot))),
            Part(words.say("pilot.part.chances"), (*said.chances(), said.peeking(trial))),
            Part(words.say("pilot.part.evidence"), (said.evidence(),)),
        ),
        foot=said.say("pilot.next", file=file),
    )


def review_outline(found: Reviewed, speaker: Speaker) -> PilotOutline:
    pilot, review = found.pilot, found.review
    said = PilotSentences(pilot, speaker)
    say = speaker.words.say
    next_ = {"n": review.next.n, "day": speaker.words.day(review.next.not_before)} if review.next else {}
    return PilotOutline(
        said.say("pilot.title"),
        speaker.words.of(pilot.hypothesis),
        (
            Part(say("pilot.part.counted"), tuple(_counted(pilot, review, said, speaker))),
            Part(say("pilot.part.stands"), (said.say(f"pilot.axis.{'two' if pilot.against else 'one'}"),), tuple(bands(pilot, found.observed))),
            Part(
                say("pilot.part.believed"),
                (said.say(_believed(pilot), least=said.share(pilot.least), above=ABOVE, below=BELOW),),
                bins=tuple(bins(pilot, review)),
            ),
            Part(say("pilot.part.evidence"), tuple(evidence_sentences(found, said, speaker))),
        ),
        review.decision,
        said.say(f"pilot.decision.{review.decision}", **next_),
        say("pilot.foot", rulebook=pilot.rulebook, look=review.look.look, day=speaker.words.day(review.observation.on)),
    )


def _believed(pilot: Pilot) -> str:
    return f"pilot.believed.{'two' if pilot.against else 'one'}"


def _counted(pilot: Pilot, review: Review, said: PilotSentences, speaker: Speaker) -> list[str]:
    percent, tried, against = speaker.words.percent, review.observation.tried, review.observation.against
    sure = {"chance": said.percent(review.probability), "interval": said.interval(review.interval), "confidence": percent(pilot.confidence)}
    if against is None or review.believed is None:
        lines = [said.say("pilot.counted.one", x=tried.x, n=tried.n, share=percent(tried.share), **sure)]
        lines.append(said.say("pilot.sure.one", least=said.share(pilot.least), **sure))
        if review.predictive is not None:
            end = pilot.extension if review.look is pilot.planned else pilot.planned
            lines.append(said.say("pilot.predictive", chance=said.percent(review.predictive), n=end.n))
        return lines
    shares = {"share": percent(tried.share), "other": percent(against.share)}
    losses = [speaker.words.number(loss * 100, 1) for loss in (review.believed.loss_choosing_b, review.believed.loss_choosing_a)]
    return [
        said.say("pilot.counted.two", x=tried.x, n=tried.n, x_other=against.x, n_other=against.n, **shares),
        said.say("pilot.sure.two", **{**sure, "interval": said.points(review.interval)}),
        said.say("pilot.loss", adopting=losses[0], keeping=losses[1]),
    ]
