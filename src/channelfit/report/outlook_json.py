"""What goes with an answer, as data: how sure each place is, and what would change it."""

from math import sqrt
from typing import Any

import msgspec

from channelfit.advice.outlook import Outlook
from channelfit.rulebook.edition import Edition

SMAA = "SMAA-2"
Tree = dict[str, Any]


class OutlookTree:
    """The parts of an outlook, for the places of the answer they belong to; empty where nothing was looked at."""

    def __init__(self, outlook: Outlook, edition: Edition) -> None:
        self._certainty, self._why_not, self._questions = outlook.certainty, outlook.why_not, outlook.questions
        self._method = edition.rulebook.method

    def of_ranked(self, channel: str) -> Tree:
        if self._certainty is None:
            return {}
        found = self._certainty.stability[channel]
        return {"stability": {"first": found.first, f"top{self._method.podium}": found.podium}}

    def of_considered(self, channel: str) -> Tree:
        """What is first already, or does not exist, has nothing that would make it so."""
        if self._why_not is None:
            return {}
        found = self._why_not.asked.get(channel)
        if found is None:
            return {"would_lead_if": []}
        tree: Tree = {"would_lead_if": [str(flip) for flip in found.flips]}
        return {**tree, "admitted_if": [str(flip) for flip in found.admitted_by]} if found.admitted_by else tree

    def of_answer(self) -> Tree:
        return {**self._runner_up(), **self._asking(), **self._sure()}

    def _runner_up(self) -> Tree:
        found = self._why_not.runner_up if self._why_not is not None else None
        if found is None:
            return {}
        return {"runner_up": {"channel": found.channel, "loses_on": found.loses_on, "would_lead_if": [str(flip) for flip in found.flips]}}

    def _asking(self) -> Tree:
        if self._questions is None:
            return {}
        return {"questions": [{"fact": item.fact, "may_change": item.may_change, "swing": item.swing} for item in self._questions]}

    def _sure(self) -> Tree:
        if self._certainty is None:
            return {}
        doubt = self._method.certainty
        return {
            "certainty": {
                "pairs": msgspec.to_builtins(self._certainty.pairs),
                "alike": msgspec.to_builtins(self._certainty.alike),
                "unsure": msgspec.to_builtins(self._certainty.unsure),
            },
            "method": {"stability": {"name": SMAA, "draws": doubt.draws, "seed": doubt.seed, "error": 0.5 / sqrt(doubt.draws)}},
        }
