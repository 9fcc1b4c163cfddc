"""The report of an import as JSON."""

from channelfit.schemas.catalogue import Options
from channelfit.schemas.ids import Ids
from channelfit.schemas.outputs import Output, count
from channelfit.schemas.pieces import Schema, by_name, listed, text


def schema(ids: Ids, _settings: Options) -> Schema:
    out = Output(ids, "import")
    aside = out.part({"row": count(), "reason": text(), "values": by_name({})})
    odd = out.part({"row": count(), "label": text(), "url": text()})
    numbers = {name: count() for name in ("rows", "rows_used", "rows_merged")}
    return out.whole({**numbers, "rows_set_aside": listed(aside), "accounts": count(), "disagreements": listed(odd)})
