"""How long an audit takes, beside check-jsonschema validating the same inventory against a schema of it.

    python benchmarks/audit.py [--runs N] [--accounts N] [CHECK_JSONSCHEMA]

Whole processes, alternating: both read the same lean inventory (id, channel, URL, status, owner, activity, editorial), one
to check it, the other to validate its shape. CHECK_JSONSCHEMA is the command of that name, installed anywhere; without it
the audit is measured alone. Warm: the compiled rulebook is there.
"""

import argparse
import json
import os
import random
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from timing import alternating, process

ADDRESSES = {
    "facebook/page": "https://www.facebook.com/town{}",
    "instagram/account": "https://www.instagram.com/town{}",
    "x/account": "https://x.com/town{}",
    "linkedin/page": "https://www.linkedin.com/company/town{}",
    "youtube/channel": "https://www.youtube.com/@town{}",
}
STATUSES = ["requested", "active", "paused", "reserved", "closing", "closed"]
GOALS = ["public-information", "service-alerts", "community-dialogue", "media-relations", "place-promotion"]
AUDIENCES = ["residents", "youth", "journalists", "partners"]
TEXT = {"type": "string"}
NUMBER = {"type": "number", "minimum": 0}


def closed(**properties: Any) -> dict[str, Any]:
    """An object of these keys and no others."""
    return {"type": "object", "properties": properties, "additionalProperties": False}


SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **closed(
        organisation=closed(name=TEXT, country={"type": "string", "pattern": "^[A-Z]{2}$"}, population=NUMBER, hours_per_week=NUMBER),
        accounts={
            "type": "array",
            "items": closed(
                id=TEXT,
                channel={"enum": list(ADDRESSES)},
                url={"type": "string", "format": "uri"},
                status={"enum": STATUSES},
                owner=closed(unit=TEXT, role=TEXT),
                editorial=closed(objective=TEXT, audience={"type": "array", "items": TEXT}),
                activity=closed(last_post_on={"type": "string", "format": "date"}, posts_per_week=NUMBER),
            )
            | {"required": ["id", "channel"]},
        },
    ),
}


def inventory(accounts: int) -> str:
    draw = random.Random(1)
    head = "organisation: {name: Ville de Saint-Aubin, country: FR, population: 12400, hours_per_week: 35}\naccounts:\n"
    return head + "".join(account(number, draw) for number in range(accounts))


def account(number: int, draw: random.Random) -> str:
    channel = draw.choice(list(ADDRESSES))
    return f"""\
- id: account-{number}
  channel: {channel}
  url: {ADDRESSES[channel].format(number)}
  status: {draw.choice(STATUSES[:1] + STATUSES[1:2] * 5 + STATUSES[2:])}
  owner: {{unit: Service {number % 17}, role: Responsable numérique}}
  editorial: {{objective: {draw.choice(GOALS)}, audience: [{draw.choice(AUDIENCES)}]}}
  activity: {{last_post_on: "2026-{draw.randint(1, 11):02}-{draw.randint(1, 23):02}", posts_per_week: {draw.randint(0, 9)}}}
"""


def side_by_side(folder: Path, runs: int, validator: str | None) -> None:
    environ = {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    presence, schema = str(folder / "presence.yaml"), str(folder / "schema.json")
    audit = [str(Path(sys.executable).with_name("channelfit")), "audit", presence, "--as-of", "2026-11-23", "--fail-on", "never"]
    works = {"audit, text": audit, "audit, JSON": [*audit, "--format", "json"]}
    if validator is not None:
        works["check-jsonschema"] = [validator, "--schemafile", schema, presence]
    taken = alternating(runs, *(partial(process, command, environ) for command in works.values()))
    for name, time in zip(works, taken, strict=True):
        print(f"  {name:<18}{time * 1000:7.1f} ms" + ("" if validator is None else f"   {time / taken[-1]:.2f} x"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--accounts", type=int, default=200)
    parser.add_argument("validator", nargs="?", metavar="CHECK_JSONSCHEMA")
    asked = parser.parse_args()
    print(f"{asked.accounts} accounts")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "presence.yaml").write_text(inventory(asked.accounts), encoding="utf-8")
        (folder / "schema.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
        side_by_side(folder, asked.runs, asked.validator)


if __name__ == "__main__":
    main()
