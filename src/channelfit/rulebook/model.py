"""The rulebook as the engines read it: linked, immutable, in order. Texts come in every language of the rulebook."""

from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Raw, Struct, msgpack

from channelfit.conditions.model import Condition
from channelfit.rulebook.text import Text

if TYPE_CHECKING:
    from channelfit.rulebook.addresses import AddressBook
    from channelfit.rulebook.checks import Checklist
    from channelfit.rulebook.intake import Intake
    from channelfit.rulebook.pilots import PilotTemplate, Trial
    from channelfit.rulebook.screening import Screening

Kind: TypeAlias = Literal["network", "owned", "offline", "other", "recognised"]
Reading: TypeAlias = Literal["yes", "partly", "no"]
Load: TypeAlias = Literal["none", "low", "moderate", "high"]
FactKind: TypeAlias = Literal["text", "number", "boolean", "choice", "list", "channels", "country"]
Verified: TypeAlias = Literal["read", "excerpt", "from-memory", "computed-from-microdata", "computed-from-dataset", "own"]


class Term(Struct, frozen=True):
    """A goal or an audience.

    `ages` are inclusive and present only where age alone defines the audience; `surveyed_ages` are those of the surveys
    that speak of an audience which age does not define (everybody, residents).
    """

    id: str
    label: Text
    meaning: Text
    synonyms: tuple[str, ...]
    broader: tuple[str, ...] = ()
    ages: tuple[int, int | None] | None = None
    surveyed_ages: tuple[int, int | None] | None = None

    @property
    def asked_ages(self) -> tuple[int, int | None] | None:
        return self.ages or self.surveyed_ages


class FactOption(Struct, frozen=True):
    id: str
    label: Text


class Fact(Struct, frozen=True):
    """A fact of a brief: what it means, of what kind it is and, for choices, what it may be."""

    id: str
    label: Text
    meaning: Text
    kind: FactKind
    options: tuple[FactOption, ...] = ()
    at_least: float | None = None


class Source(Struct, frozen=True):
    id: str
    title: str
    publisher: str
    kind: str
    how_verified: Verified
    year: int | None = None
    published_on: date | None = None
    url: str | None = None
    country: str | None = None
    language: str | None = None


class Grounded(Struct, frozen=True):
    """A number of a fact sheet: from a source, or a judgement when it names none."""

    value: float
    source: str | None = None
    because: Text | None = None


class DatedName(Struct, frozen=True):
    text: Text
    since: date | None = None
    until: date | None = None


class Opening(Struct, frozen=True):
    country: str
    since: date


class Event(Struct, frozen=True):
    """Something that happened to a channel and that whoever uses it should know."""

    on: date
    text: Text
    source: str | None = None


class Sheet(Struct, frozen=True):
    """The fact sheet of a channel.

    `urls` are patterns of the addresses of its accounts; `same_names_as` is the surface whose names it shares, so that
    one name is one account on both.
    """

    id: str
    kind: Kind
    names: tuple[DatedName, ...]
    synonyms: tuple[str, ...]
    use: Text
    public: bool
    review_by: date
    network: str | None = None
    operator: str | None = None
    operator_country: str | None = None
    since: date | None = None
    until: date | None = None
    countries: tuple[str, ...] | None = None
    closed_in: tuple[Opening, ...] = ()
    opened: tuple[Opening, ...] = ()
    surface_factor: Grounded | None = None
    urls: tuple[str, ...] = ()
    same_names_as: str | None = None
    limits: Text | None = None
    hours_per_week: Grounded | None = None
    skills: tuple[str, ...] = ()
    minimum_age: Grounded | None = None
    read_without_account: Reading | None = None
    moderation_load: Load | None = None
    algorithmic: bool | None = None
    comments: bool | None = None
    real_names: bool | None = None
    traits: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    sources: tuple[str, ...] = ()
    absent_from: tuple[str, ...] = ()

    def name_on(self, day: date) -> Text:
        """The name in force that day; outside every name's dates, the nearest one."""
        for name in self.names:
            if (name.since is None or name.since <= day) and (name.until is None or day <= name.until):
                return name.text
        return self.names[0 if self.names[0].since and day < self.names[0].since else -1].text


class Counted(Struct, frozen=True):
    """What one's own survey counted: so many of those asked, at a place, in a group of so many people.

    `comparable` says for sources of national figures how far they asked the same, 0 to 1, where the method is not to decide.
    """

    place: str
    said: int
    people: float | None = None
    comparable: dict[str, float] = {}


class Evidence(Struct, frozen=True):
    """A measured share of a population on a network or channel.

    `counted` stands in figures of a local survey: they update national ones and never stand in for them.
    """

    id: str
    on: str
    who: str
    share: float
    country: str
    counts_from: date
    year: int
    period: str
    base: str
    source: str
    how_verified: Verified
    ages: tuple[int, int | None] | None = None
    region: str | None = None
    n: int | None = None
    group: str | None = None
    counted: Counted | None = None


class Fits(Struct, frozen=True, tag="fits"):
    points: dict[str, int]


class Excludes(Struct, frozen=True, tag="excludes"):
    channels: tuple[str, ...]
    instead: tuple[str, ...]


class Requires(Struct, frozen=True, tag="requires"):
    channels: tuple[str, ...]
    one_of: bool


class Presence(Struct, frozen=True, tag="presence"):
    shares: dict[str, float]


class Caution(Struct, frozen=True, tag="caution"):
    channels: tuple[str, ...]


class Advises(Struct, frozen=True, tag="advice"):
    """`channels` is empty for advice about the whole answer."""

    channels: tuple[str, ...]


Effect: TypeAlias = Fits | Excludes | Requires | Presence | Caution | Advises


class Change(Struct, frozen=True):
    """What an overlay made of the rulebook below it: a rule, a check, a channel … added, replaced, or disabled with a reason."""

    section: str
    id: str
    how: Literal["added", "replaced", "disabled"]
    origin: str
    because: Text | None = None


class Rule(Struct, frozen=True):
    """When it holds, what follows, why, on whose word and until when.

    `goals` and `audiences` are None where the rule names none; audiences include the narrower ones.
    `named_audiences` are those written in the rule; `origin` is the overlay it comes from, if any.
    """

    id: str
    family: str
    since: date
    review_by: date
    goals: tuple[str, ...] | None
    audiences: tuple[str, ...] | None
    named_audiences: tuple[str, ...]
    when: Condition
    unless: Condition | None
    effect: Effect
    because: Text
    sources: tuple[str, ...]
    until: date | None = None
    origin: str = ""


class Verdicts(Struct, frozen=True):
    """Thresholds on the mean points of a channel's weighted cells and on its score."""

    lead_points: float
    lead_score: float
    support_points: float
    support_score: float
    pilot_points: float
    pilot_score: float


class CensusHeadings(Struct, frozen=True):
    """What the columns of a census table are called."""

    code: tuple[str, ...]
    name: tuple[str, ...]
    ages: tuple[str, ...]
    people: tuple[str, ...]
    parts: tuple[str, ...]


class SurveyMethod(Struct, frozen=True):
    """How a local survey is read and how it updates national figures. `refused` are the kinds of channel that a mode cannot count."""

    unknown_share: float
    unknown_samples: float
    conflict: float
    small: int
    most_asked: int
    modes: tuple[str, ...]
    refused: dict[str, tuple[Kind, ...]]
    census: CensusHeadings


class PlanLevel(Struct, frozen=True):
    """A level of work: how many times the usual hours it takes, and the part of those who are there that it reaches."""

    hours: float
    effect: float


class PlanMethod(Struct, frozen=True):
    """Levels of a plan by name, the least first; what an hour must add; hours to look beyond; statuses of accounts that take hours."""

    levels: dict[str, PlanLevel]
    enough: float
    beyond: float
    running: tuple[str, ...]


class Doubt(Struct, frozen=True):
    """How sure a ranking is: how much is simulated, how far weights and points may be off, and what is said of it."""

    draws: int
    seed: int
    concentration: float
    step: float
    alike: float
    contender: float


class Questioning(Struct, frozen=True):
    """Which answers to a question are tried: of a list up to `most_together` items in every way."""

    most_together: int


class Method(Struct, frozen=True):
    """The parameters of the method; every one is declared in rulebook.yaml with its meaning."""

    fit_ratio: float
    points_limit: int
    levels: dict[str, float]
    assumed_share: float
    samples_cap: float
    samples_estimated: float
    samples_judged: float
    samples_borrowed: float
    samples_assumed: float
    samples_unstated: float
    half_life_years: dict[str, float]
    periods: dict[str, dict[str, float]]
    bases: dict[str, float]
    grades: dict[str, float]
    comparable_from: float
    negligible: float
    age_overlap: float
    interval_z: float
    strata_coverage: float
    strata_open_end: int
    survey: SurveyMethod
    regional: float
    regions: dict[str, tuple[str, ...]]
    verdicts: Verdicts
    plan: PlanMethod
    podium: int
    certainty: Doubt
    questions: Questioning


class Rulebook(Struct, frozen=True):
    """All that is known, of every date."""

    name: str
    version: str
    digest: str
    method: Method
    goals: tuple[Term, ...]
    audiences: tuple[Term, ...]
    facts: tuple[Fact, ...]
    sheets: tuple[Sheet, ...]
    groups: dict[str, tuple[str, ...]]
    sources: tuple[Source, ...]
    evidence: tuple[Evidence, ...]
    rules: tuple[Rule, ...]
    changes: tuple[Change, ...]
    packed_checklist: Raw
    packed_addresses: Raw
    packed_intake: Raw
    packed_pilots: Raw
    packed_screening: Raw

    @property
    def overlays(self) -> tuple[str, ...]:
        """The overlays that changed anything, as the user named them."""
        return tuple(dict.fromkeys(change.origin for change in self.changes))

    def changed(self, section: str, name: str) -> tuple[Change, ...]:
        """What the overlays made of one entry."""
        return tuple(change for change in self.changes if (change.section, change.id) == (section, name))

    def checklist(self) -> "Checklist":
        """What the audit knows; unpacked when asked for, since an advice never does."""
        from channelfit.rulebook.checks import Checklist

        return msgpack.decode(self.packed_checklist, type=Checklist)

    def addresses(self) -> "AddressBook":
        """Where accounts are found; unpacked when asked for."""
        from channelfit.rulebook.addresses import AddressBook

        return msgpack.decode(self.packed_addresses, type=AddressBook)

    def intake(self) -> "Intake":
        """How spreadsheets and registers are read; unpacked when asked for."""
        from channelfit.rulebook.intake import Intake

        return msgpack.decode(self.packed_intake, type=Intake)

    def pilots(self) -> "tuple[tuple[PilotTemplate, ...], Trial | None]":
        """Templates of pilots and the parameters of the method for them; unpacked when asked for."""
        from channelfit.rulebook.pilots import PilotTemplate, Trial

        return msgpack.decode(self.packed_pilots, type=tuple[tuple[PilotTemplate, ...], Trial | None])

    def screening(self) -> "Screening":
        """What a request for an account is asked, and what stops it; unpacked when asked for."""
        from channelfit.rulebook.screening import Screening

        return msgpack.decode(self.packed_screening, type=Screening)
