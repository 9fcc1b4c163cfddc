"""A rulebook file: any of the sections, in any file."""

from typing import Annotated

from pydantic import Field

from channelfit.rulebook.documents.addresses import AddressesPart, NetworkPart
from channelfit.rulebook.documents.base import Part, Prose, Slug
from channelfit.rulebook.documents.channels import GroupPart, SheetPart
from channelfit.rulebook.documents.checks import CheckPart, DerivedPart, FieldPart, Name, StepPart
from channelfit.rulebook.documents.intake import IntakePart
from channelfit.rulebook.documents.lints import LintPart, RenamedPart
from channelfit.rulebook.documents.pilots import PilotPart, TrialPart
from channelfit.rulebook.documents.rules import DisablePart, RulePart
from channelfit.rulebook.documents.screening import AlternativePart, PathStepPart, PhrasesPart, QuestionPart, StopPart
from channelfit.rulebook.documents.sources import FigurePart, SourcePart, TablePart
from channelfit.rulebook.documents.terms import FactPart, TermPart
from channelfit.rulebook.model import Kind


class SamplesPart(Part):
    cap: float = Field(gt=0)
    estimated: float = Field(gt=0)
    judged: float = Field(gt=0)
    borrowed: float = Field(gt=0)
    assumed: float = Field(gt=0)
    unstated: float = Field(gt=0)


class VerdictPart(Part):
    points: float
    score: float


class VerdictsPart(Part):
    lead: VerdictPart
    support: VerdictPart
    pilot: VerdictPart


class StrataPart(Part):
    coverage: float = Field(gt=0, le=1)
    open_end: int = Field(gt=0)


class UnknownPart(Part):
    share: float = Field(gt=0, lt=1)
    samples: float = Field(gt=0)


class CensusPart(Part):
    code: tuple[Prose, ...]
    name: tuple[Prose, ...]
    ages: tuple[Prose, ...]
    people: tuple[Prose, ...]
    parts: tuple[Prose, ...]


class SurveyMethodPart(Part):
    unknown: UnknownPart
    conflict: float = Field(gt=0, lt=1)
    small: int = Field(ge=0)
    most_asked: int = Field(gt=0)
    modes: tuple[Slug, ...]
    refused: dict[Slug, tuple[Kind, ...]]
    census: CensusPart


class PlanLevelPart(Part):
    hours: float = Field(gt=0)
    effect: float = Field(gt=0, le=1)


class PlanLevelsPart(Part):
    minimum: PlanLevelPart
    normal: PlanLevelPart
    strong: PlanLevelPart


class PlanPart(Part):
    levels: PlanLevelsPart
    enough: float = Field(gt=0, lt=1)
    beyond: float = Field(ge=1)
    running: tuple[Slug, ...]


class CertaintyPart(Part):
    draws: int = Field(gt=0, le=100_000)
    seed: int = Field(ge=0)
    concentration: float = Field(gt=0)
    step: float = Field(ge=0)
    alike: float = Field(ge=0, le=0.5)
    contender: float = Field(ge=0, le=1)


class QuestionsPart(Part):
    most_together: int = Field(gt=0)


class MethodPart(Part):
    fit_ratio: float = Field(gt=1)
    points_limit: int = Field(gt=0)
    levels: dict[Slug, Annotated[float, Field(ge=0, le=1)]]
    assumed_share: float = Field(gt=0, lt=1)
    samples: SamplesPart
    half_life_years: dict[str, float]
    periods: dict[str, dict[str, float]]
    bases: dict[str, float]
    grades: dict[str, float]
    comparable_from: float
    negligible: float = Field(ge=0, lt=1)
    age_overlap: float = Field(gt=0, le=1)
    interval_z: float = Field(gt=0)
    strata: StrataPart
    survey: SurveyMethodPart
    regional: float = Field(gt=0, le=1)
    regions: dict[str, tuple[str, ...]]
    verdicts: VerdictsPart
    plan: PlanPart
    podium: int = Field(gt=0)
    certainty: CertaintyPart
    questions: QuestionsPart
    pilots: TrialPart | None = None


class HeadPart(Part):
    name: Prose
    version: Prose
    method: MethodPart


class FilePart(Part):
    rulebook: HeadPart | None = None
    goals: tuple[TermPart, ...] = ()
    audiences: tuple[TermPart, ...] = ()
    facts: tuple[FactPart, ...] = ()
    channels: tuple[SheetPart, ...] = ()
    addresses: AddressesPart | None = None
    networks: tuple[NetworkPart, ...] = ()
    groups: dict[Slug, GroupPart] = {}
    sources: dict[Slug, SourcePart] = {}
    tables: tuple[TablePart, ...] = ()
    figures: tuple[FigurePart, ...] = ()
    rules: tuple[RulePart, ...] = ()
    disables: tuple[DisablePart, ...] = ()
    fields: tuple[FieldPart, ...] = ()
    derived: tuple[DerivedPart, ...] = ()
    checks: tuple[CheckPart, ...] = ()
    track: tuple[StepPart, ...] = ()
    questions: tuple[QuestionPart, ...] = ()
    stops: tuple[StopPart, ...] = ()
    alternatives: tuple[AlternativePart, ...] = ()
    phrases: dict[Name, PhrasesPart] = {}
    regularisation: tuple[PathStepPart, ...] = ()
    intake: IntakePart | None = None
    lints: tuple[LintPart, ...] = ()
    renamed: tuple[RenamedPart, ...] = ()
    pilots: tuple[PilotPart, ...] = ()
