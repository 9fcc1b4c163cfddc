"""channelfit.yaml: every option, for all commands or for one."""

from typing import get_args

from channelfit.rulebook.checks import Severity
from channelfit.schemas.catalogue import Options
from channelfit.schemas.ids import Ids
from channelfit.schemas.pieces import Schema, boolean, day, mapping, number, one_or_more, options, or_nothing, text

CHECKS = ("select", "ignore")


def schema(ids: Ids, settings: Options) -> Schema:
    return _ConfigSchema(ids, settings).file()


class _ConfigSchema:
    def __init__(self, ids: Ids, settings: Options) -> None:
        self._ids = ids
        self._settings = settings
        self._nothing = ids.said.title("nothing")

    def file(self) -> Schema:
        shared = {name: self._option("option", name) for name in self._settings.shared}
        commands = {name: self._command(name) for name in self._settings.commands}
        for name in commands.keys() & set(self._settings.lists):  # the overlays of all commands, or the options of the command of that name
            commands[name] = commands[name] | {"anyOf": [self._command(name), self._option("option", name)]}
            for key in ("type", "properties", "required", "patternProperties", "additionalProperties", "maxLength", "maxItems"):
                commands[name].pop(key, None)
        return or_nothing(mapping(shared | commands), self._nothing)

    def _command(self, name: str) -> Schema:
        settings = {option: self._option(name, option) for option in self._settings.commands[name]}
        about = {"title": name, "description": self._settings.help("command", name)}
        return about | or_nothing(mapping(settings), self._nothing)

    def _option(self, command: str, name: str) -> Schema:
        about = {"title": name, "description": self._settings.help(command, name)}
        return about | or_nothing(self._value(name), self._nothing)

    def _value(self, name: str) -> Schema:
        if name in self._settings.switches:
            return boolean()
        if name in self._settings.numbers:
            return number(0)
        if name in self._settings.tables:
            return self._table(name)
        if name in self._settings.lists:
            item = self._checks() if name in CHECKS else text()
            return one_or_more(item, self._ids.said.title("one"), self._ids.said.title("several"))
        if name in self._settings.choices:
            return {"enum": list(self._settings.choices[name])}
        return day() if name == "as_of" else text()

    def _checks(self) -> Schema:
        if "checks" not in self._ids.used:
            families = dict.fromkeys(check.family for check in self._ids.rulebook.checklist().checks)
            entries = [*((name, name) for name in families), *self._ids.entries("check")]
            self._ids.define("checks", self._ids.said.about("id.checks") | options((item[0] for item in entries), (item[1] for item in entries)))
        return {"$ref": "#/$defs/checks"}

    def _table(self, name: str) -> Schema:
        """Grades by check or family; limits by check, where it has one."""
        checks, said = self._ids.rulebook.checklist().checks, self._ids.said
        if name == "severity":
            grades: Schema = {"enum": list(get_args(Severity))}
            families = {check.family: {"title": check.family, **grades} for check in checks}
            return mapping({**families, **{check.id: {"title": said.of(check.title), **grades} for check in checks}})
        limits = {check.id: (check, check.limit) for check in checks if check.limit is not None}
        return mapping(
            {
                name: {"title": said.of(check.title), "description": f"{limit.value:g} {said.of(limit.unit)}", "default": limit.value, **number(0)}
                for name, (check, limit) in limits.items()
            }
        )
