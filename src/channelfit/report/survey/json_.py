"""A survey as JSON (schema channelfit/survey/1)."""

from typing import Any

import msgspec

from channelfit.presence.model import Share
from channelfit.report.advice_json import rulebook_tree, source_tree
from channelfit.rulebook.text import Language
from channelfit.survey.answer import Answer, Cell, Line
from channelfit.survey.evidence import source_id
from channelfit.territory.bands import written

SCHEMA = "channelfit/survey/1"
INDENT = 2
Tree = dict[str, Any]


def survey_json(answer: Answer, lang: Language, file: str | None) -> str:
    return msgspec.json.format(msgspec.json.encode(_tree(answer, lang, file)), indent=INDENT).decode() + "\n"


def _tree(answer: Answer, lang: Language, file: str | None) -> Tree:
    edition = answer.edition
    tree: Tree = {
        "schema": SCHEMA,
        "as_of": edition.as_of.isoformat(),
        "lang": lang,
        "rulebook": rulebook_tree(edition.rulebook),
        "method": "power-prior",
        "survey": _survey(answer),
        "channels": [_line(line) for line in answer.lines],
        "sources": {name: source_tree(edition.sources[name]) for name in sorted(_cited(answer))},
    }
    return tree if file is None else {**tree, "written": file}


def _survey(answer: Answer) -> Tree:
    survey = answer.survey
    told = {
        "source": source_id(survey),
        "title": survey.title,
        "publisher": survey.publisher,
        "asked_from": survey.first_day.isoformat(),
        "asked_to": survey.last_day.isoformat(),
        "country": survey.country,
        "place": survey.place,
        "mode": survey.mode,
        "period": survey.period,
        "base": survey.base,
        "population": survey.population,
        "asked": survey.asked,
    }
    return told if survey.online_because is None else {**told, "online_because": survey.online_because}


def _line(line: Line) -> Tree:
    tree: Tree = {"channel": line.channel, "groups": [_cell(cell) for cell in line.cells], "disagree": line.disagrees}
    if line.counted is not None:
        tree["counted"] = line.counted
    for key, share in (("everybody", line.everybody), ("national", line.before)):
        if share is not None:
            tree[key] = _share(share)
    return {**tree, "biased": True} if line.biased else tree


def _cell(cell: Cell) -> Tree:
    ages = {} if cell.ages is None else {"ages": written(cell.ages)}
    before = {} if cell.before is None else {"national": _share(cell.before)}
    return {
        **ages,
        "said": cell.said,
        "asked": cell.asked,
        **before,
        "together": _share(cell.known),
        "weights": {"local": cell.weight_counted, "national": cell.weight_before},
        "tail": cell.tail,
        "disagree": cell.disagrees,
        "few": cell.few,
    }


def _share(share: Share) -> Tree:
    told = {"share": share.share, "low": share.low, "high": share.high, "samples": share.samples, "basis": share.basis, "evidence": share.evidence}
    return {**told, "post_stratified": True} if share.weighted else told


def _cited(answer: Answer) -> set[str]:
    shares = [share for line in answer.lines for share in (line.everybody, line.before, *(cell.known for cell in line.cells))]
    return {answer.edition.evidence[name].source for share in shares if share is not None for name in share.evidence}
