"""HTML pages from templates: every value escaped, no script, nothing fetched, fit for A4."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from channelfit.rulebook.text import Language

TEMPLATES = Path(__file__).parent / "templates"


def page(name: str, lang: Language, **values: object) -> str:
    """The page of a template with its values."""
    loader = FileSystemLoader(TEMPLATES)
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template(f"{name}.html.j2").render(lang=lang, **values)
