"""The checks that ran, as rules of SARIF, with the documentation of each."""

from typing import Any

from channelfit.report.audit.report import AuditReport
from channelfit.report.audit.sarif_text import message
from channelfit.report.markdown import inert
from channelfit.report.rule import Fields
from channelfit.rulebook.checks import Documented
from channelfit.rulebook.text import Text

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
Tree = dict[str, Any]


def rules(report: AuditReport) -> list[Tree]:
    """Every check that ran, also those that found nothing."""
    return [_rule(check, fields, report) for check, fields in report.pages()]


def _rule(check: Documented, fields: Fields, report: AuditReport) -> Tree:
    colon = report.words.say("colon")
    return {
        "id": check.id,
        "shortDescription": {"text": message(check.title.in_(report.lang))},
        "fullDescription": {"text": message(check.because.in_(report.lang))},
        "help": {
            "text": "\n".join(message(f"{name}{colon}{text}") for name, text in fields),
            "markdown": "\n".join(f"- **{inert(name)}**{colon}{inert(text)}" for name, text in fields),
        },
        "defaultConfiguration": {"level": LEVELS[check.severity]},
        "properties": _properties(check),
    }


def _properties(check: Documented) -> Tree:
    both = {"title": check.title, "because": check.because, "message": check.message, "fix": check.fix}
    tree: Tree = {"tags": [check.family, check.scope], "sources": check.sources, **{name: _both(text) for name, text in both.items()}}
    return {**tree, "origin": check.origin} if check.origin else tree


def _both(text: Text) -> dict[str, str]:
    return {"en": text.en, "fr": text.fr}
