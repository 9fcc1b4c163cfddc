"""Each kind of defect is found where it was seeded, as that kind and no other; in the built-in rulebook nothing is found."""

import pytest

from channelfit.lint import dates, reach
from channelfit.lint.answers import used_up
from channelfit.lint.book import Book
from channelfit.lint.run import LOOKS, lint
from channelfit.lint.shapes import BY_CODE, BY_END, BY_SECTION
from channelfit.rulebook.layers import layers_of
from channelfit.rulebook.load import rules_folder
from channelfit.rulebook.model import Rulebook
from tests.lint.seeded import DATA, DAY, KINDS, kinds_found, looked_over, of_kind, overlays

ASK_EVERY_CASE = ("channel-never-recommended", "expired-unproved")
CLEAN = "clean"


@pytest.fixture
def briefly(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The kind at hand; the cases of the built-in rulebook are answered only where it is about their answers."""
    kind: str = request.param
    if kind not in ASK_EVERY_CASE:
        for module in (dates, reach):
            monkeypatch.setattr(module, "used_up", _everything)
    return kind


def _everything(book: Book) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(sheet.id for sheet in book.rulebook.sheets), frozenset(book.named)


@pytest.mark.parametrize("briefly", [kind for kind in KINDS if kind != CLEAN], indirect=True)
def test_a_seeded_defect_is_found_as_what_it_is(briefly: str) -> None:
    found = looked_over(briefly)
    assert kinds_found(found) == {briefly}
    finding = of_kind(found, briefly)[0]
    assert finding.place.file.startswith(str(DATA / briefly))
    assert finding.place.text.strip()
    assert finding.organisation in overlays(briefly)


def test_nothing_is_found_in_the_clean_rulebook_nor_in_a_clean_overlay() -> None:
    found = lint(layers_of(rules_folder(), [str(DATA / "clean.yaml")]), DAY, strict=True)
    assert [(finding.check, finding.subjects) for finding in found.findings] == []
    assert found.entries > 0


def test_every_kind_is_documented_seeded_and_looked_for(rulebook: Rulebook) -> None:
    documented = {entry.id for entry in rulebook.checklist().lints}
    on_loading = {*BY_CODE.values(), *BY_END.values(), *BY_SECTION.values(), "wrong-shape", "unknown-id", "no-date", "limit-without-basis"}
    assert documented == {*LOOKS} | on_loading
    assert {*KINDS} - {CLEAN} == documented


def test_the_cases_are_answered_once(rulebook: Rulebook) -> None:
    book = Book(rulebook, (), (), (), DAY)
    assert used_up(book) is used_up(book)
