"""One run of pilot design: a brief and what is to be tried become a sealed file."""

from collections.abc import Mapping
from datetime import date

from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.advice.read_brief import read_brief
from channelfit.cli.output import write
from channelfit.cli.pilot_options import held_to, read_channel, read_metric, read_shares, read_template, read_weeks
from channelfit.cli.pilot_spared import spare_counts
from channelfit.cli.session import Session
from channelfit.pilot.design import Plan, design_pilot, least_weeks
from channelfit.pilot.model import Pilot
from channelfit.report.pilot.file import pilot_yaml
from channelfit.report.pilot.sentences import named
from channelfit.report.speaker import Speaker
from channelfit.rulebook.edition import Edition, in_force
from channelfit.rulebook.pilots import PilotTemplate, Trial
from channelfit.rulebook.text import Text
from channelfit.source.opened import read_document
from channelfit.source.place import Problem, Unusable
from channelfit.source.read import STDIN
from channelfit.words import LANGUAGES, words_for


class PilotDesign:
    """What one call of the command does."""

    def __init__(self, session: Session, given: Mapping[str, str | None]) -> None:
        self._session = session
        self._given = given
        self._rulebook = session.rulebook()

    def run(self, path: str) -> int:
        """The exit status. Raises Unusable."""
        spare_counts(self._session.output)
        brief = read_brief(read_document(path, self._session.lang), self._rulebook)
        templates, trial = self._rulebook.pilots()
        if trial is None:
            raise Unusable([Problem("pilot-no-trial")])
        edition = Edition(self._rulebook, self._session.as_of(brief.as_of), brief.country)
        pilot = self._pilot(brief, edition, trial, tuple(item for item in templates if in_force(item, edition.as_of)))
        self._session.write([pilot_yaml(pilot, edition, trial, self._session.words)])
        if self._session.output not in (None, STDIN):
            self._tell(pilot, edition, trial)
        return 0

    def _tell(self, pilot: Pilot, edition: Edition, trial: Trial) -> None:
        """Where the file went elsewhere, the screen says what is in it."""
        from channelfit.report.pilot.outline import design_outline
        from channelfit.report.pilot.text import pilot_text

        session = self._session
        outline = design_outline(pilot, trial, Speaker(edition, session.words), session.output or "", full=session.verbose)
        if not session.quiet:
            write([pilot_text(outline, session.words, session.environment.width, session.environment.colour)], None)

    def _pilot(self, brief: Brief, edition: Edition, trial: Trial, templates: tuple[PilotTemplate, ...]) -> Pilot:
        channel, against = self._arms(brief, edition)
        template = self._template(templates, tuple(filter(None, (channel, against))))
        metric = template.metric if template else read_metric(self._given["metric"] or "")
        least, useful = read_shares(self._given, (template.least.value, template.useful.value) if template else None)
        cycle = template.cycle_weeks if template else trial.weeks
        plan = Plan(
            hypothesis=_hypothesis(template, channel, against, edition, metric.numerator),
            metric=metric,
            counts=template.counts if template else (),
            channel=channel,
            audiences=tuple(brief.audience_weights),
            least=least,
            useful=useful,
            starts_on=self._starts(edition.as_of),
            weeks=read_weeks(self._given["weeks"], least_weeks(trial, cycle)),
            cycle_weeks=cycle,
            rulebook=f"{self._rulebook.name} {self._rulebook.version}",
            against=against,
            country=brief.country,
            template=template.id if template else None,
            evidence=template.evidence if template else None,
            title=brief.title,
        )
        pilot = design_pilot(plan, trial)
        if pilot is None:
            raise Unusable([Problem("pilot-too-large", params={"most": trial.most, "p0": str(least), "p1": str(useful)})])
        return pilot

    def _starts(self, today: date) -> date:
        """The day it begins: the rule comes first, the counts afterwards."""
        starts = self._session.day("starts", self._given["starts"]) or today
        if starts < today:
            raise Unusable([Problem("pilot-backdated", params={"found": starts.isoformat(), "today": today.isoformat()})])
        return starts

    def _template(self, templates: tuple[PilotTemplate, ...], channels: tuple[str, ...]) -> PilotTemplate | None:
        """The one asked for, or the usual one of those that fit; none where the metric is the user's own."""
        asked = self._given["template"]
        if self._given["metric"] is not None:
            if asked is not None:
                raise Unusable([Problem("pilot-metric-and-template")])
            return None
        fitting = tuple(template for template in templates if template.fits(channels))
        if asked is None and fitting:
            return _usual(fitting)
        return held_to(read_template(asked, templates), channels, fitting, self._session.words)

    def _arms(self, brief: Brief, edition: Edition) -> tuple[str, str | None]:
        """Channels that exist, and of which none is ruled out for the brief: what no score can outweigh, no trial can."""
        channel = read_channel("--channel", self._given["channel"], self._rulebook)
        against = read_channel("--against", self._given["against"], self._rulebook) if self._given["against"] is not None else None
        if channel == against:
            raise Unusable([Problem("pilot-same", params={"channel": channel})])
        excluded = {item.channel: item.rules for item in Advisor(edition).advise(brief).excluded}
        for name in filter(None, (channel, against)):
            if name in excluded:
                raise Unusable([Problem("pilot-excluded", params={"channel": name, "rules": excluded[name], "rule": excluded[name][0]})])
            if name not in edition.sheets:
                raise Unusable([Problem("pilot-absent", params={"channel": name})])
        return channel, against


def _usual(templates: tuple[PilotTemplate, ...]) -> PilotTemplate:
    """The template that stands for all where none is asked for, as the rulebook says; the first one where that does not fit."""
    return next((template for template in templates if template.usual), templates[0])


def _hypothesis(template: PilotTemplate | None, channel: str, against: str | None, edition: Edition, numerator: Text) -> Text:
    """In both languages, with the names of the channels; the user's own metric is quoted."""
    said = {}
    for lang in LANGUAGES.values():
        speaker = Speaker(edition, words_for(lang))
        names = {"channel": named(speaker, channel), "against": named(speaker, against) if against else ""}
        if template is None:
            said[lang] = speaker.say("pilot.own.two" if against else "pilot.own.one", **names, numerator=numerator.in_(lang))
        else:
            said[lang] = (template.hypothesis.two if against else template.hypothesis.one).in_(lang).format_map(names)
    return Text(said["fr"], said["en"])
