"""Cases beside the rules: a brief or an inventory, a day, and what is expected of the answer."""

from collections.abc import Mapping
from typing import get_args

from channelfit.advice.model import Verdict
from channelfit.cases.shapes import OF_ACCOUNTS, OF_BRIEFS, OF_REQUESTS
from channelfit.inventory.read import ACCOUNTS, ORGANISATION, UNDECLARED
from channelfit.presence.model import Basis
from channelfit.rulebook.link.names import REQUEST
from channelfit.schemas.catalogue import Options
from channelfit.schemas.ids import Ids
from channelfit.schemas.of_brief import brief
from channelfit.schemas.of_presence import Records
from channelfit.schemas.pieces import Schema, day, listed, mapping, one_or_more, options, text
from channelfit.screen.model import Outcome

LISTED = {"channels": "channel", "rules": "rule", "checks": "check", "stops": "stop"}  # the ids that the shapes of several are made of
REFUSED = "codes"
TEXTS = ("fields", "places")


def schema(ids: Ids, _settings: Options) -> Schema:
    cases = _CaseSchema(ids)
    about = ids.said.about
    either = {"anyOf": [cases.of_advice(), cases.of_request(), cases.of_audit(), cases.of_error()]}
    return mapping({"cases": about("cases") | listed(about("case") | either, minItems=1)}, ("cases",))


class _CaseSchema:
    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._about = ids.said.about
        self._records = Records(ids)

    def of_advice(self) -> Schema:
        own = {
            "as_of": self._about("case.as_of") | day(),
            "brief": self._about("case.brief") | self._ids.define("brief", brief(self._ids)),
            "expect": self._expected(OF_BRIEFS),
        }
        return self._case("case.of_advice", own, ("brief",))

    def of_audit(self) -> Schema:
        records = self._records
        return self._case(
            "case.of_audit",
            {
                "as_of": self._about("case.as_of") | day(),
                ORGANISATION: self._about("presence.organisation") | records.ref("organisation"),
                "account": self._about("case.account") | self._account(),
                ACCOUNTS: self._about("presence.accounts") | records.several(records.ref("account")),
                UNDECLARED: self._about("presence.undeclared") | records.several(records.ref("undeclared")),
                **records.properties(records.shape.trees["file"]),
                "observed": self._about("case.observed") | listed(text()),
                "expect": self._expected(OF_ACCOUNTS),
            },
        )

    def of_request(self) -> Schema:
        """A request, and the accounts there are."""
        records, tree = self._records, self._records.shape.trees[REQUEST]
        own = {
            "as_of": self._about("case.as_of") | day(),
            ORGANISATION: self._about("presence.organisation") | records.ref("organisation"),
            ACCOUNTS: self._about("presence.accounts") | records.several(records.ref("account")),
            REQUEST: records.properties(tree)[REQUEST],
            "expect": self._expected(OF_REQUESTS),
        }
        return self._case("case.of_request", own, (REQUEST,))

    def of_error(self) -> Schema:
        """What it asks is broken on purpose, and nothing more is said of it."""
        codes = one_or_more(text(), self._ids.said.title("one"), self._ids.said.title("several"))
        expected = self._about("case.expect") | mapping({"error": self._about("expect.error") | codes}, ("error",))
        names = ("as_of", "brief", "account", ORGANISATION, ACCOUNTS, UNDECLARED, "observed")
        asked = {name: self._about(f"case.{name}", f"presence.{name}") for name in names}
        return self._case("case.of_error", {**asked, "expect": expected})

    def _case(self, name: str, own: Mapping[str, Schema], required: tuple[str, ...] = ()) -> Schema:
        ends = {"todo": self._about("case.todo") | {"type": ["string", "boolean"]}}
        return self._about(name) | mapping({"name": self._about("case.name") | text(), **own, **ends}, ("name", *required, "expect"))

    def _account(self) -> Schema:
        """The only account of a case needs no id."""
        self._records.ref("account")
        return {key: value for key, value in self._ids.used["record-account"].items() if key != "anyOf"}

    def _expected(self, known: Mapping[str, str]) -> Schema:
        properties = {name: self._about(f"expect.{name}") | self._value(kind) for name, kind in known.items() if kind != REFUSED}
        return self._about("case.expect") | mapping(properties) | {"minProperties": 1}

    def _value(self, kind: str) -> Schema:
        ids = self._ids
        if kind == "channel":
            return ids.ref(kind)
        if kind in LISTED or kind in TEXTS:
            one = ids.ref(LISTED[kind]) if kind in LISTED else text()
            return one_or_more(one, ids.said.title("one"), ids.said.title("several"))
        if kind == "outcome":
            return {"enum": list(get_args(Outcome))}
        if kind == "pairs":
            return listed(listed(ids.ref("channel"), minItems=2, maxItems=2))
        if kind == "not-first":
            return mapping({"of": {"type": "integer", "minimum": 1}, "channels": listed(ids.ref("channel"))}, ("of", "channels"))
        return self._by_channel(self._verdicts() if kind == "verdicts" else self._bounds())

    def _by_channel(self, value: Schema) -> Schema:
        return mapping({name: {"title": said, **value} for name, said in self._ids.entries("channel")})

    def _verdicts(self) -> Schema:
        if "verdict" not in self._ids.used:
            one = options(get_args(Verdict), (self._about(f"verdict.{name}")["title"] for name in get_args(Verdict)))
            several = {"title": self._ids.said.title("several"), **listed(one)}
            self._ids.define("verdict", {"anyOf": [{"title": self._ids.said.title("one"), **one}, several]})
        return {"$ref": "#/$defs/verdict"}

    def _bounds(self) -> Schema:
        share = {"type": "number", "minimum": 0, "maximum": 1}
        return self._ids.define(
            "bounds", mapping({"at_least": share, "at_most": share, "basis": {"enum": list(get_args(Basis))}}) | {"minProperties": 1}
        )
