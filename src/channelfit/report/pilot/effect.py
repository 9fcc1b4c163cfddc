"""What a pilot does to the evidence, in sentences: a figure for a rule to take up, or a presence and whether surveys agree."""

from collections.abc import Iterator

from channelfit.pilot.evidence import evidence_id
from channelfit.pilot.model import COUNTED, Count, Effect, Reviewed
from channelfit.report.pilot.sentences import PilotSentences
from channelfit.report.speaker import Speaker


def evidence_sentences(found: Reviewed, said: PilotSentences, speaker: Speaker) -> Iterator[str]:
    if found.pilot.other is not None:
        yield said.evidence()
        yield said.say("pilot.evidence.kept")
        yield said.say(f"pilot.lesson.{found.review.decision}", id=found.pilot.channel, source=evidence_id(found.pilot, found.mark))
    elif found.effect is None:
        yield said.say("pilot.evidence.hidden")
    else:
        yield from _presence(found.review.observation.tried, found.effect, said, speaker)


def _presence(tried: Count, effect: Effect, said: PilotSentences, speaker: Speaker) -> Iterator[str]:
    """The count and what was known, each by itself, both together, and whether they disagree."""
    words = speaker.words
    shares = {**{key: str(getattr(tried, key)) for key in COUNTED}, "counted": words.percent(tried.share)}
    for name, share in (("before", effect.before), ("after", effect.after)):
        shares[name] = words.percent(share.share)
        low, high = words.number(share.low * 100), words.percent(share.high)
        shares[f"{name}_basis"] = words.say(f"basis.{share.basis}", low=low, high=high)
    yield said.say("pilot.evidence.presence", audience=speaker.audience(effect.audience), **shares)
    if effect.disagrees and effect.surveys is not None:
        times = round(speaker.edition.rulebook.method.survey.conflict * 100)
        yield words.say("pilot.evidence.disagree", here=shares["counted"], there=words.percent(effect.surveys.share), times=times)
        yield words.say("survey.disagree-why")
