"""An import as JSON (schema channelfit/import/1): rows = rows_used + rows_merged + rows set aside."""

from typing import Any

import msgspec

from channelfit.intake.columns import Column
from channelfit.intake.model import Imported
from channelfit.intake.table import Notice

SCHEMA = "channelfit/import/1"
INDENT = 2


def report_json(imported: Imported) -> str:
    return msgspec.json.format(msgspec.json.encode(report_tree(imported)), indent=INDENT).decode() + "\n"


def report_tree(imported: Imported) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "rows": imported.rows,
        "rows_used": imported.used,
        "rows_merged": imported.merged,
        "rows_set_aside": [{"row": item.row, "reason": item.reason, "values": item.values} for item in imported.set_aside],
        "accounts": len(imported.accounts),
        "disagreements": [{"row": item.row, "label": item.label, "url": item.url} for item in imported.disagreements],
        "cells_set_aside": [{"row": item.row, "column": item.column, "reason": item.reason, "value": item.value} for item in imported.cells],
        "not_understood": [
            {"column": item.column, "field": item.field, "cells": item.cells, "example": item.example} for item in imported.not_understood
        ],
        "source": imported.source,
        "sheet": imported.sheet,
        "encoding": imported.encoding,
        "columns": [_column(column) for column in imported.columns],
        "unused_columns": imported.unused,
        "dropped_columns": imported.dropped,
        "notices": [_notice(notice) for notice in imported.notices],
    }


def _column(column: Column) -> dict[str, str]:
    tree = {"column": column.heading, "field": column.role, "how": column.how}
    return tree | {"network": column.label.network} if column.label is not None else tree


def _notice(notice: Notice) -> dict[str, Any]:
    return {"notice": notice.code, **notice.params}
