"""An audit as JSON."""

from typing import get_args

from channelfit.rulebook.checks import RULEBOOK, Scope, Severity
from channelfit.schemas.catalogue import Options
from channelfit.schemas.ids import Ids
from channelfit.schemas.outputs import Output, both_languages, count, iso_day, names
from channelfit.schemas.pieces import Schema, listed, text


def schema(ids: Ids, _settings: Options) -> Schema:
    out = Output(ids, "audit")
    rulebook = out.part({"name": text(), "version": text(), "digest": out.digest()})
    coverage = out.part({"check": text(), "decided": count(), "not_declared": count()})
    return out.whole(
        {
            "as_of": iso_day(),
            "rulebook": rulebook,
            "summary": _summary(out),
            "findings": listed(_finding(out)),
            "coverage": listed(coverage),
        }
    )


def _summary(out: Output) -> Schema:
    looked_at = ("accounts", "rules", "cases")  # of inventories and of rulebooks
    counted = (*looked_at, *get_args(Severity), "ignored", "not_declared")
    scopes = listed({"enum": list(get_args(Scope))})
    return out.part({**{name: count() for name in counted}, "scopes_not_run": scopes, "baseline": count()}, optional=("rules", "cases", "baseline"))


def _finding(out: Output) -> Schema:
    place = {name: {"type": "integer", "minimum": 1} for name in ("line", "column", "end_line", "end_column")}
    return out.part(
        {
            "check": text(),
            "severity": {"enum": list(get_args(Severity))},
            "scope": {"enum": [*get_args(Scope), RULEBOOK]},
            "subjects": names(),
            "account": {"type": ["string", "null"]},
            "file": text(),
            **place,
            "message": both_languages(),
            "fix": both_languages(),
            "sources": names(),
            "fingerprint": text(),
        }
    )
