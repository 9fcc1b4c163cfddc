"""HTML pages from templates: every value escaped, no script, nothing fetched, fit for A4."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pathlib import Path

from channelfit.rulebook.text import Language

TEMPLATES = Path(__file__).parent / "templates"


def page(name: str, lang: Language, **values: object) -> str:
    """The page of a template with its values."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    return environment.get_template(f"{name}.html.j2").render(lang=lang, **values)
