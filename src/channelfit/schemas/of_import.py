"""The report of an import as JSON."""

from channelfit.schemas.catalogue import Options
from channelfit.schemas.ids import Ids
from channelfit.schemas.outputs import Output, count, names
from channelfit.schemas.pieces import Schema, by_name, listed, text


def schema(ids: Ids, _settings: Options) -> Schema:
    out = Output(ids, "import")
    aside = out.part({"row": count(), "reason": text(), "values": by_name({})})
    odd = out.part({"row": count(), "label": text(), "url": text()})
    numbers = {name: count() for name in ("rows", "rows_used", "rows_merged")}
    told = {"rows_set_aside": listed(aside), "accounts": count(), "disagreements": listed(odd)}
    return out.whole({**numbers, **told, **_more(out)}, optional=_more(out))


def _more(out: Output) -> dict[str, Schema]:
    """What is told beyond the sums: cells, columns, the file itself."""
    cell = out.part({"row": count(), "column": text(), "reason": text(), "value": {}})
    puzzle = out.part({"column": text(), "field": text(), "cells": count(), "example": {}})
    column = out.part({"column": text(), "field": text(), "how": text(), "network": out.ids.ref("network")}, optional=("network",))
    maybe: Schema = {"type": ["string", "null"]}
    return {
        "cells_set_aside": listed(cell),
        "not_understood": listed(puzzle),
        "source": maybe,
        "sheet": maybe,
        "encoding": maybe,
        "columns": listed(column),
        "unused_columns": names(),
        "dropped_columns": names(),
        "notices": listed(by_name({})),
    }
