"""Inventories written in the test as estates that can be audited."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml

from channelfit.audit.run import AuditTools, organisation_of
from channelfit.audit.subjects import Estate
from channelfit.channels import Recogniser
from channelfit.inventory.complete import Completer
from channelfit.inventory.model import Inventory
from channelfit.inventory.read import read_inventory
from channelfit.source.json_escapes import as_yaml, is_json
from channelfit.source.parse import parse_whole
from tests.inventory.generated import RULEBOOK, SHAPE

DAY = date(2026, 11, 23)
COMPLETER = Completer(RULEBOOK, Recogniser(RULEBOOK).of_url)
TOOLS = AuditTools(RULEBOOK, DAY)


def inventory(data: Mapping[str, Any] | str, name: str = "presence.yaml") -> Inventory:
    text = data if isinstance(data, str) else yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    return read_inventory(parse_whole(as_yaml(text) if is_json(name, text) else text, name), SHAPE, COMPLETER)


def estate(*data: Mapping[str, Any] | str, tools: AuditTools = TOOLS) -> Estate:
    files = [inventory(item, f"{at}.yaml") for at, item in enumerate(data)]
    return tools.estate(organisation_of(files), files)
