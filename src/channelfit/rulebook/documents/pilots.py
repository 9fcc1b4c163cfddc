"""Templates of pilots and their parameters, as they are written."""

from datetime import date
from string import Formatter
from typing import Annotated

from pydantic import Field, model_validator

from channelfit.rulebook.documents.base import Part, Slug, TextPart, YesNo
from channelfit.rulebook.documents.channels import GroupPart

Whole = Annotated[int, Field(gt=0)]
NAMES = ("channel", "against")


class WordingPart(Part):
    one: TextPart
    two: TextPart

    @model_validator(mode="after")
    def names_that_are_known(self) -> "WordingPart":
        texts = (self.one.fr, self.one.en, self.two.fr, self.two.en)
        unknown = {name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None} - set(NAMES)
        if unknown:
            raise ValueError(f"only {{channel}} and {{against}} can stand here; found: {', '.join(sorted(unknown))}")
        return self


class MetricPart(Part):
    name: TextPart
    numerator: TextPart
    denominator: TextPart


class JudgedPart(Part):
    value: float = Field(gt=0, lt=1)
    because: TextPart


class AsPresencePart(Part):
    period: Slug
    base: Slug


class NeedsPart(Part):
    channels: GroupPart
    because: TextPart


class PilotPart(Part):
    id: Slug
    since: date = Field(alias="from")
    until: date | None = None
    review_by: date
    label: TextPart
    hypothesis: WordingPart
    metric: MetricPart
    counts: tuple[TextPart, ...] = Field(min_length=1)
    least: JudgedPart
    useful: JudgedPart
    cycle_weeks: int = Field(gt=0)
    needs: NeedsPart | None = None
    evidence: AsPresencePart | None = None
    usual: YesNo = False
    sources: tuple[Slug, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def something_to_find(self) -> "PilotPart":
        if self.least.value >= self.useful.value:
            raise ValueError("least must be below useful")
        return self


class GatesPart(Part):
    looks: int = Field(gt=0)
    stop: float = Field(ge=0, le=1)
    adopt: float = Field(ge=0, le=1)
    extend: float = Field(ge=0, le=1)


class SuretyPart(Part):
    first: float = Field(gt=0, lt=1)
    last: float = Field(gt=0, lt=1)
    step: float = Field(gt=0, lt=1)


class TrialPart(Part):
    prior: tuple[Whole, Whole]  # whole, so that two arms are compared by an exact sum
    sure: SuretyPart
    alpha: float = Field(gt=0, lt=1)
    power: float = Field(gt=0, lt=1)
    confidence: float = Field(gt=0, lt=1)
    extension: float = Field(gt=0)
    weeks: int = Field(gt=0)
    fewest: int = Field(gt=0)
    most: int = Field(gt=0)
    one_arm: GatesPart
    two_arms: GatesPart
