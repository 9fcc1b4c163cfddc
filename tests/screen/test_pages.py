"""The letter and the sheet: whole, inert, nothing fetched."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from channelfit.rulebook.model import Rulebook
from tests.conftest import Run
from tests.screen.requests import EXAMPLES, changed

HOSTILE = "'<script>alert(1)</script> </p><img src=x onerror=alert(1)> [a](http://evil.example) \"quoted\" & co'"
QUIET = {"script", "img", "iframe", "object", "embed", "link", "form", "a"}


class Seen(HTMLParser):
    """The elements of a page, their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def letter(call: Run, folder: Path, name: str, text: str, lang: str = "en") -> str:
    call("screen", "-", "--letter", name, "--lang", lang, "--quiet", stdin=text)
    return (folder / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_letter_full_of_markup_comes_out_inert(lang: str, call: Run, tmp_path: Path) -> None:
    page = Seen(
        letter(call, tmp_path, "letter.html", changed(unit=HOSTILE, objective="Gagner en visibilité " + HOSTILE.strip("'"), kpi="abonnés"), lang)
    )
    assert QUIET.isdisjoint(page.elements)
    assert not {name for name in page.attributes if name.startswith("on")} | ({"src", "href"} & page.attributes)
    assert "<script>alert(1)</script>" in page.text


def test_a_letter_in_markdown_makes_no_link(call: Run, tmp_path: Path) -> None:
    text = letter(call, tmp_path, "letter.md", changed(unit=HOSTILE))
    assert "[a](http" not in text
    assert "<script>" not in text


@pytest.mark.parametrize(("lang", "said"), [("fr", "Notre réponse est oui."), ("en", "Our answer is yes.")])
def test_a_letter_says_yes(lang: str, said: str, call: Run, tmp_path: Path) -> None:
    assert said in letter(call, tmp_path, "letter.html", changed(), lang)


def test_a_letter_gives_the_reason_and_the_alternative(call: Run, tmp_path: Path) -> None:
    call("screen", str(EXAMPLES / "jardiniers.yaml"), "--letter", "lettre.md", "--lang", "fr")
    text = (tmp_path / "lettre.md").read_text(encoding="utf-8")
    for part in ("le réseau des contributeurs", "besoin légitime", "Heures prévues", "Cap'Com", "Chers collègues"):
        assert part in text.replace("\\", ""), part


@pytest.mark.parametrize("name", ["letter.pdf", "letter", "letter.docx"])
def test_a_letter_of_another_kind_is_refused_before_anything_is_written(name: str, call: Run, tmp_path: Path) -> None:
    done = call("screen", "-", "--letter", name, "--output", "answer.txt", stdin=changed())
    assert (done.returncode, ".html" in done.stderr) == (2, True)
    assert list(tmp_path.glob("*.*")) == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_sheet_asks_every_question_of_the_rulebook(lang: str, call: Run, tmp_path: Path, rulebook: Rulebook) -> None:
    done = call("screen", "--print", "sheet.html", "--lang", lang)
    page = Seen((tmp_path / "sheet.html").read_text(encoding="utf-8"))
    text = page.text.replace("\u202f", " ").replace("\u00a0", " ")
    assert (done.returncode, "sheet.html" in done.stdout) == (0, True)
    assert [question.id for question in rulebook.screening().questions if (question.ask.fr if lang == "fr" else question.ask.en) not in text] == []
    fields = {field.id: field for field in rulebook.checklist().fields}
    small = [fields[name] for question in rulebook.screening().questions for name in question.also]
    assert [field.id for field in small if (field.label.fr if lang == "fr" else field.label.en).casefold() not in text.casefold()] == []
    assert text.count("☐ oui" if lang == "fr" else "☐ yes") == sum(field.kind in ("boolean", "answer") for field in small)
    assert QUIET.isdisjoint(page.elements)
    assert "@page { size: A4" in page.text


def test_an_account_is_named_before_its_id(call: Run, tmp_path: Path) -> None:
    named = "{id: fb-ville, url: https://www.facebook.com/saintaubin/, channel: facebook/page, status: active, editorial: {audience: [parents]}}"
    (tmp_path / "presence.yaml").write_text(f"accounts: [{named}]\n", encoding="utf-8")
    done = call("screen", "-", "--presence", "presence.yaml", "--letter", "letter.html", stdin=changed(why_not_existing="no"))
    page = Seen((tmp_path / "letter.html").read_text(encoding="utf-8"))
    assert "facebook.com/saintaubin (fb-ville)" in " ".join(done.stdout.split())
    assert "facebook.com/saintaubin (fb-ville)" in page.text


def test_what_speaks_against_it_is_told_by_question(call: Run) -> None:
    shown = call("screen", "-", "--lang", "en", stdin=changed(generic_mailbox="no", hours_per_week="1", hierarchy_approval="no")).stdout
    places = [shown.index(said) for said in ("hierarchy does not agree", "Hours planned", "personal address")]
    assert places == sorted(places)


def test_what_was_not_looked_at_names_no_rule(call: Run) -> None:
    shown = call("screen", "-", "--lang", "en", stdin=changed()).stdout
    assert "Not known: " in shown
    assert "election-is-near" not in shown
