"""Rules about rules, and ids that were renamed, as they are written."""

from typing import Annotated

from pydantic import Field

from channelfit.rulebook.checks import Severity
from channelfit.rulebook.documents.base import Part, Slug, TextPart

Version = Annotated[str, Field(pattern=r"^\d+(\.\d+)*$")]


class LintPart(Part):
    id: Slug
    severity: Severity
    title: TextPart
    message: TextPart
    fix: TextPart
    because: TextPart


class RenamedPart(Part):
    """The old id leads to the new one until that version of the rulebook, which takes the entry out."""

    old: Slug
    new: Slug
    until_version: Version

    @property
    def id(self) -> str:
        return self.old
