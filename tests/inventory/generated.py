"""Inventories of any content, made from the table of fields: each key left out, written with nothing, or given a value."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from hypothesis import strategies as st

from channelfit.inventory.shape import Shape, Tree
from channelfit.rulebook.checks import Field
from tests.built_in import built_in

RULEBOOK = built_in()
SHAPE = Shape(RULEBOOK)
ADVISED = [sheet.id for sheet in RULEBOOK.sheets if sheet.kind == "network"][:6]
WORDS = ["", "travaux", "emploi", "cm-1", "Martin", "@Mairie_Martin", "grand public", "Communication", "#SaintAubinTravaux", "bravo 🎉🎉"]
URLS = ["https://saint-aubin.fr/charte", "https://www.facebook.com/saintaubin", "https://x.com/saintaubin", "com@saint-aubin.fr"]
DAYS = st.dates().map(str) | st.sampled_from(["2026-11-20", "2026-05-01", "2027-01-31", "2025-11-23"])
NOTHING: st.SearchStrategy[Any] = st.sampled_from([None, "", []])


def texts(*more: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from([*(word for word in WORDS if word), *more]), min_size=1, max_size=3, unique=True)


@cache
def value(field: Field) -> st.SearchStrategy[Any]:
    """A value that the field holds."""
    if field.kind == "records":
        return st.lists(record(field.entry or ""), max_size=3)
    kinds: Mapping[str, st.SearchStrategy[Any]] = {
        "number": st.integers(0, 400) | st.sampled_from([0.5, 0.05, 1]),
        "boolean": st.booleans() | st.sampled_from(["yes", "oui", "no", "non"]),
        "choice": st.sampled_from([option.id for option in field.options] or [""]),
        "date": DAYS,
        "season": st.sampled_from([["05-01/09-30"], ["12-01/02-28", "07-01/07-31"]]),
        "list": texts(),
        "audiences": texts("residents", "youth", "journalists", "13-17"),
        "country": st.sampled_from(["FR", "NO", "GB", "US"]),
        "channel": st.sampled_from(ADVISED),
        "networks": st.lists(st.sampled_from(SHAPE.networks), min_size=1, max_size=2, unique=True),
        "goal": st.sampled_from([*SHAPE.goals, "Prévenir des travaux la veille"]),
        "goals": st.lists(st.sampled_from(SHAPE.goals), min_size=1, max_size=2, unique=True),
        "glob": st.sampled_from(["*saint*", "Ville de *"]),
        "url": st.sampled_from(URLS),
    }
    if field.of == "exception" and field.id == "check":
        return st.sampled_from(SHAPE.checks)
    return kinds.get(field.kind, st.sampled_from([word for word in WORDS if word]))


@cache
def record(of: str) -> st.SearchStrategy[dict[str, Any]]:
    return _branch(SHAPE.trees[of])


def _branch(tree: Tree) -> st.SearchStrategy[dict[str, Any]]:
    keys = {name: NOTHING | value(found) if isinstance(found, Field) else NOTHING | _branch(found) for name, found in tree.items()}
    needed = {"check": keys.pop("check").filter(bool)} if "because" in keys and "check" in keys else {}
    return st.fixed_dictionaries(needed, optional=keys)


@st.composite
def inventories(draw: st.DrawFn, most: int = 4) -> dict[str, Any]:
    """An inventory that can be read. Every account has an id of its own and a channel."""
    accounts = [{**account, "id": f"account-{at}"} for at, account in enumerate(draw(st.lists(record("account"), max_size=most)))]
    for account in accounts:
        account["channel"] = account.get("channel") or draw(st.sampled_from(ADVISED))
    document = {**draw(record("file")), "accounts": accounts, "undeclared": draw(st.lists(record("undeclared"), max_size=2))}
    organisation = draw(record("organisation"))
    return {**document, "organisation": {**organisation, "name": "Saint-Aubin"}} if draw(st.booleans()) else document
