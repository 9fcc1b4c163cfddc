"""A pilot file, checked against its own fingerprint; every problem in one run."""

from collections.abc import Mapping as MappingType

from channelfit.inventory.secrets import Secrets
from channelfit.pilot.model import Chances, Look, Pilot
from channelfit.pilot.read_counts import CountReader
from channelfit.pilot.read_fields import Fields
from channelfit.pilot.seal import fingerprint, seals
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.pilots import AsPresence, Metric
from channelfit.source.data import plain
from channelfit.source.place import Problem, Unusable
from channelfit.source.reader import Reader, is_empty
from channelfit.source.tree import Document, Entry, Mapping, Node, Scalar

KEYS = (
    "title", "template", "hypothesis", "metric", "counts", "arms", "audiences", "country", "prior", "least", "useful", "sure", "confidence",
    "looks", "duration", "chances", "in_words", "evidence", "rulebook", "sealed", "design", "observed",
)  # fmt: skip
NEEDED = ("hypothesis", "metric", "arms", "prior", "least", "useful", "sure", "confidence", "looks", "duration", "rulebook", "sealed", "design")


def read_pilot(document: Document, rulebook: Rulebook) -> tuple[Pilot, str, CountReader]:
    """The pilot, its fingerprint, and the reader of its counts. Raises Unusable."""
    secrets = Secrets(document)
    if found := secrets.problems():
        raise Unusable([secrets.hide(problem) for problem in found])
    return _PilotReader(document, rulebook).read()


class _PilotReader:
    def __init__(self, document: Document, rulebook: Rulebook) -> None:
        self._document = document
        self._reader = Reader(document)
        self._fields = Fields(self._reader)
        self._channels = {sheet.id: sheet for sheet in rulebook.sheets}
        self._audiences = {term.id: term for term in rulebook.audiences}

    def read(self) -> tuple[Pilot, str, CountReader]:
        reader = self._reader
        found = reader.fields(self._document.root, KEYS)
        self._check_sealed(found)
        self._needed(found)
        pilot = self._pilot(found)
        reader.finish()
        assert pilot is not None
        mark = found["design"].value
        assert isinstance(mark, Scalar)
        return pilot, mark.text, CountReader(self._document, pilot, found.get("observed"))

    def _needed(self, found: MappingType[str, Entry]) -> None:
        for key in NEEDED:
            if key not in found and isinstance(self._document.root, Mapping):
                self._reader.report("pilot-key-missing", self._document.root.span, key=key)

    def _check_sealed(self, found: MappingType[str, Entry]) -> None:
        """What was written down beforehand stands as it was: the first thing to know of a pilot."""
        if "sealed" not in found or "design" not in found or self._document.problems:
            return
        tree, kept = plain(self._document.root), plain(found["sealed"].value)
        assert isinstance(tree, dict)
        if not isinstance(kept, dict):
            self._reader.wrong(found["sealed"].value, "mapping", keys=())
            return
        made = seals(tree)
        for name in sorted(made.keys() | kept.keys()):
            if made.get(name) != kept.get(name):
                self._reader.report("pilot-changed", (found.get(name) or found["design"]).key.span, field=name)
        if not self._reader.problems and tree["design"] != fingerprint(kept):
            self._reader.report("pilot-changed", found["design"].key.span, field="sealed")

    def _pilot(self, found: MappingType[str, Entry]) -> Pilot | None:
        fields, reader = self._fields, self._reader
        arms = self._arms(found["arms"].value) if "arms" in found else []
        metric = self._metric(found["metric"]) if "metric" in found else None
        looks = self._looks(found["looks"].value) if "looks" in found else []
        shares = [fields.share(found, name) for name in ("least", "useful", "sure", "confidence")]
        prior = fields.pair(found, "prior")
        duration = reader.fields(found["duration"].value, ("starts_on", "weeks", "cycle_weeks")) if "duration" in found else {}
        starts_on = reader.day(duration["starts_on"].value) if "starts_on" in duration else None
        hypothesis = fields.text(found["hypothesis"].value) if "hypothesis" in found else None
        if reader.problems or metric is None or prior is None or hypothesis is None or starts_on is None or not arms or len(looks) < 2:
            if not reader.problems:
                reader.report("pilot-key-missing", self._document.root.span, key="looks")
            return None
        least, useful, sure, confidence = (share or 0.0 for share in shares)
        return Pilot(
            hypothesis=hypothesis,
            metric=metric,
            counts=tuple(text for item in self._listed(found, "counts") if (text := fields.text(item)) is not None),
            channel=arms[0],
            against=arms[1] if len(arms) > 1 else None,
            audiences=tuple(name for item in self._listed(found, "audiences") if (name := self._term("unknown-audience", item)) is not None),
            country=fields.word(found, "country"),
            prior=prior,
            least=least,
            useful=useful,
            sure=sure,
            confidence=confidence,
            looks=tuple(looks),
            starts_on=starts_on,
            weeks=fields.whole(duration, "weeks") or 0,
            cycle_weeks=fields.whole(duration, "cycle_weeks") or 0,
            chances=tuple(self._chances(item) for item in self._listed(found, "chances")),
            rulebook=fields.word(found, "rulebook") or "",
            template=fields.word(found, "template"),
            evidence=self._evidence(found),
            title=fields.word(found, "title"),
        )

    def _metric(self, entry: Entry) -> Metric | None:
        found = self._reader.fields(entry.value, ("name", "numerator", "denominator"))
        absent = [name for name in ("numerator", "denominator") if name not in found or is_empty(found[name].value)]
        if absent:
            self._reader.report("pilot-no-denominator", entry.key.span, key=absent[0])
            return None
        texts = [self._fields.text(found[name].value) for name in ("numerator", "denominator")]
        name = self._fields.text(found["name"].value) if "name" in found else texts[0]
        return None if name is None or texts[0] is None or texts[1] is None else Metric(name, texts[0], texts[1])

    def _arms(self, node: Node) -> list[str]:
        items = self._reader.items(node)
        if len(items) not in (1, 2):
            self._reader.report("pilot-arms", node.span)
        return [name for item in items if (name := self._term("unknown-channel", item)) is not None]

    def _term(self, code: str, node: Node) -> str | None:
        known: MappingType[str, object] = self._channels if code == "unknown-channel" else self._audiences
        return self._reader.term(code, node, known, lambda: {name: name for name in known})

    def _looks(self, node: Node) -> list[Look]:
        found = []
        for item in self._reader.items(node):
            entries = self._reader.fields(item, ("look", "n", "not_before", "stop", "adopt"))
            number, n = (self._fields.whole(entries, name) for name in ("look", "n"))
            day = self._reader.day(entries["not_before"].value) if "not_before" in entries else None
            if number is not None and n is not None and day is not None:
                found.append(Look(number, n, day, self._fields.maybe(entries, "stop"), self._fields.maybe(entries, "adopt")))
        return found

    def _chances(self, node: Node) -> Chances:
        entries = self._reader.fields(node, ("share", "adopt", "stopped_early", "answers"))
        return Chances(*(self._fields.maybe(entries, name) or 0.0 for name in ("share", "adopt", "stopped_early", "answers")))

    def _evidence(self, found: MappingType[str, Entry]) -> AsPresence | None:
        if "evidence" not in found:
            return None
        entries = self._reader.fields(found["evidence"].value, ("period", "base"))
        return AsPresence(self._fields.word(entries, "period") or "", self._fields.word(entries, "base") or "")

    def _listed(self, found: MappingType[str, Entry], name: str) -> tuple[Node, ...]:
        return self._reader.items(found[name].value) if name in found else ()


def unobserved(name: str) -> Unusable:
    """Nothing was counted yet: nothing to check."""
    return Unusable([Problem("pilot-unobserved", params={"file": name})], status=3)
