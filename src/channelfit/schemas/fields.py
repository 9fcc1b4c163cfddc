"""The values of the fields of an inventory, by their kind."""

from collections.abc import Callable

from channelfit.rulebook.checks import Field
from channelfit.rulebook.link.names import REQUEST
from channelfit.schemas.ids import Ids
from channelfit.schemas.pieces import Schema, boolean, day, number, one_or_more, options, words
from channelfit.source.reader import SPOKEN_BOOLEANS

_MONTH_DAY = r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
SEASON = f"^{_MONTH_DAY}/{_MONTH_DAY}$"
COUNTRY = "^[A-Z]{2}$"
NAMES_A_CHECK = ("exception", "check")  # a text by its kind, and the id of a check by its meaning


class FieldSchemas:
    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._kinds: dict[str, Callable[[Field], Schema]] = {
            "number": lambda field: number(0) | ({} if field.at_most is None else {"maximum": field.at_most}),
            "boolean": lambda _: boolean(),
            "choice": self._choice,
            "choices": lambda _: self._several(words()),
            "answer": lambda _: self._several({"type": ["string", "number", "boolean"]}),
            "date": lambda _: day(),
            "season": lambda _: self._several({"type": "string", "pattern": SEASON}),
            "list": lambda _: self._several(words()),
            "country": lambda _: {"type": "string", "pattern": COUNTRY},
            "channel": lambda field: self._id_or_words("channel") if field.of == REQUEST else ids.ref("channel"),
            "networks": lambda _: self._several(ids.ref("network")),
            "goals": lambda _: self._several(ids.ref("goal")),
            "goal": lambda _: self._id_or_words("goal"),
            "audiences": lambda _: self._several(self._id_or_words("audience")),
        }

    def about(self, field: Field) -> Schema:
        """The label, and how a field of its kind is written."""
        said = self._ids.said
        label = said.of(field.label)
        written = said.about(f"kind.{field.kind}")["description"]
        default = {} if field.default is None else {"default": field.default}
        return {"title": label, "description": f"{label[:1].upper()}{label[1:]}. {written}", **default}

    def value(self, field: Field) -> Schema:
        if (field.of, field.id) == NAMES_A_CHECK:
            return self._ids.ref("check")
        made = self._kinds.get(field.kind)
        return words() if made is None else made(field)

    def _choice(self, field: Field) -> Schema:
        """Where yes and no are among the options, they may be said in every way they are said elsewhere."""
        meanings = {option.id: self._ids.said.of(option.label) for option in field.options}
        for word, meant in SPOKEN_BOOLEANS.items():
            twin = next((name for name in SPOKEN_BOOLEANS if SPOKEN_BOOLEANS[name] is meant and name in meanings), None)
            if twin is not None:
                meanings.setdefault(word, meanings[twin])
        spoken = [flag for flag in (True, False) if any(SPOKEN_BOOLEANS.get(name) is flag for name in meanings)]
        return options([*meanings, *spoken], [*meanings.values(), *("yes" if flag else "no" for flag in spoken)])

    def _several(self, item: Schema) -> Schema:
        return one_or_more(item, self._ids.said.title("one"), self._ids.said.title("several"))

    def _id_or_words(self, kind: str) -> Schema:
        return {"anyOf": [self._ids.ref(kind), {**self._ids.said.about("sentence"), **words()}]}
