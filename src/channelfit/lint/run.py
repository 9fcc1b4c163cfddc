"""Runs the rules about rules: what loading finds, then everything that can be asked of what was loaded."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from channelfit.audit.fingerprint import fingerprint
from channelfit.audit.model import Finding
from channelfit.lint import cases as case_rules
from channelfit.lint import dates, grounds, logic, reach, redirects, shapes, texts
from channelfit.lint.book import Book, Hit
from channelfit.lint.proofs import read_briefs, read_cases
from channelfit.rulebook.checks import RULEBOOK, Lint, Severity
from channelfit.rulebook.compiled import Inputs
from channelfit.rulebook.gather import gather_usable
from channelfit.rulebook.layers import Layer
from channelfit.rulebook.link.rulebook import assemble
from channelfit.rulebook.model import Rulebook
from channelfit.source.place import Problem, Unusable

GRAVEST: Severity = "error"
Look = Callable[[Book], Iterable[Hit]]
LOOKS: Mapping[str, Look] = {
    look.__name__.replace("_", "-"): look
    for look in (
        texts.missing_translation, texts.identical_translations, texts.placeholders_differ, texts.figure_not_said_ours,
        grounds.unused_source, grounds.undated_source, grounds.figure_without_sample, grounds.unlike_figures, grounds.figure_twice,
        grounds.figure_after_its_source, dates.until_before_from, dates.review_before_from, dates.past_review, dates.expired_unproved,
        logic.duplicate_rule, logic.contradictory_rules, logic.shadowed_rule, logic.cancelling_rule, logic.zero_points, logic.never_holds,
        logic.supersedes_circle, reach.goal_without_advice, reach.pair_without_advice, reach.channel_never_recommended, reach.empty_group,
        reach.unused_fact, case_rules.case_asserts_nothing, case_rules.case_of_unknown_rule, case_rules.case_out_of_date, case_rules.case_without_day,
        case_rules.case_named_twice, redirects.redirect_astray, redirects.redirect_expired,
    )
}  # fmt: skip


class Linted(Struct, frozen=True):
    """What came of it. `unreadable` are the files that are no YAML: the rest was checked without them."""

    rulebook: Rulebook
    findings: tuple[Finding, ...]
    unreadable: list[Problem]
    rules: int
    cases: int

    @property
    def entries(self) -> int:
        return self.rules + self.cases


def lint(layers: Sequence[Layer], day: date, *, strict: bool = False, only: Sequence[str] = ()) -> Linted:
    """The findings on layers, or on those of some origins only. Raises Unusable where no rulebook can be made of them."""
    files, misshapen, unreadable = gather_usable(layers)
    try:
        rulebook, unlinked = assemble(files, Inputs(layers).knowledge_digest())
    except Unusable as unusable:
        raise Unusable([*unreadable, *misshapen, *unusable.problems]) from None
    proofs, unread = read_cases(layers, rulebook)
    book = Book(rulebook, files, proofs, read_briefs(layers, rulebook), day)
    kinds = {kind.id: kind for kind in book.checklist.lints}
    broken = shapes.hits_of([*misshapen, *unlinked])
    hits = [*broken, *_beyond(broken, (hit for look in LOOKS.values() for hit in look(book)))]
    found = [finding for finding in _findings(hits, kinds, layers, strict=strict) if not only or finding.organisation in only]
    counted = [entry for entry in book.named.values() if not only or entry.origin in only]
    cases = [case for case in proofs if not only or _origin(case.document.name, layers) in only]
    return Linted(rulebook, tuple(sorted(found, key=_order)), [*unreadable, *unread], len(counted), len(cases))


def _beyond(broken: Sequence[Hit], hits: Iterable[Hit]) -> Iterator[Hit]:
    """What is wrong elsewhere than in entries that could not be read whole: there it would be a consequence."""
    known = {(hit.place.file, hit.subject) for hit in broken}
    yield from (hit for hit in hits if (hit.place.file, hit.subject) not in known)


def _findings(hits: Iterable[Hit], kinds: Mapping[str, Lint], layers: Sequence[Layer], *, strict: bool) -> Iterator[Finding]:
    for hit in hits:
        severity = GRAVEST if strict else kinds[hit.lint].severity
        mark = fingerprint(hit.lint, None, (hit.subject,), hit.key)
        yield Finding(hit.lint, severity, RULEBOOK, (hit.subject,), hit.place, dict(hit.params), mark, _origin(hit.place.file, layers))


def _origin(file: str, layers: Sequence[Layer]) -> str | None:
    """How the user named the overlay that a file belongs to; nothing for the built-in rulebook and what stands beside it."""
    inside = [layer.origin for layer in layers if layer.origin and any(str(path) == file for path in layer.files)]
    beside = [layer.origin for layer in layers if layer.origin and file.startswith(str(layer.root))]
    return next(iter((*inside, *beside)), None)


def _order(finding: Finding) -> tuple[str, int, int, str]:
    span = finding.place.span
    return finding.place.file, span.line, span.column, finding.check
