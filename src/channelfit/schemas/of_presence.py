"""An inventory of accounts: the fields that the rulebook declares, with their labels."""

from channelfit.inventory.read import ACCOUNTS, ORGANISATION, UNDECLARED
from channelfit.inventory.shape import Shape, Tree
from channelfit.rulebook.checks import Field
from channelfit.schemas.catalogue import Options
from channelfit.schemas.fields import FieldSchemas
from channelfit.schemas.ids import Ids
from channelfit.schemas.pieces import Schema, listed, mapping, or_nothing


def schema(ids: Ids, _settings: Options) -> Schema:
    records = Records(ids)
    return mapping(
        {
            ORGANISATION: ids.said.about("presence.organisation") | records.ref("organisation"),
            ACCOUNTS: ids.said.about("presence.accounts") | records.several(ids.said.about("presence.account") | records.ref("account")),
            UNDECLARED: ids.said.about("presence.undeclared") | records.several(records.ref("undeclared")),
            **records.properties(records.shape.trees["file"]),
        }
    )


class Records:
    """The records of an inventory as definitions."""

    def __init__(self, ids: Ids) -> None:
        self.shape = Shape(ids.rulebook)
        self._ids = ids
        self._nothing = ids.said.title("nothing")
        self._fields = FieldSchemas(ids)

    def ref(self, of: str) -> Schema:
        """A record of a kind. One whose first field is a text may be written as that text."""
        name = f"record-{of}"
        if name not in self._ids.used:
            self._ids.define(name, {})  # a record may hold records of its own kind
            self._ids.define(name, self._record(of))
        return {"$ref": f"#/$defs/{name}"}

    def several(self, item: Schema) -> Schema:
        return or_nothing(listed(item), self._nothing)

    def properties(self, tree: Tree) -> dict[str, Schema]:
        return {key: self._property(key, found) for key, found in tree.items()}

    def _record(self, of: str) -> Schema:
        made = self._ids.said.about(f"record.{of}", "record") | or_nothing(mapping(self.properties(self.shape.trees[of])), self._nothing)
        first = next(iter(self.shape.fields[of].values()))
        if first.kind == "text" and of not in (ORGANISATION, *ADDRESSED):
            del made["maxLength"]
        return made | ADDRESSED.get(of, {})

    def _property(self, key: str, found: Field | Tree) -> Schema:
        if isinstance(found, Field):
            return self._field(found)
        return self._ids.said.about(f"branch.{key}", "branch") | or_nothing(mapping(self.properties(found)), self._nothing)

    def _field(self, field: Field) -> Schema:
        if field.kind == "records":
            return self._fields.about(field) | self.several(self.ref(field.entry or ""))
        return self._fields.about(field) | or_nothing(self._fields.value(field), self._nothing)


ADDRESSED: dict[str, Schema] = {
    "account": {"anyOf": [{"required": ["url"]}, {"required": ["id", "channel"]}]},
    "exception": {"required": ["check"]},
    "undeclared": {},
}
"""What a record must say to be told apart: an address says both which channel and which account."""
