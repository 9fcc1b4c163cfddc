"""Vocabulary parts to terms and facts."""

from channelfit.rulebook.documents.base import SynonymsPart, TextPart
from channelfit.rulebook.documents.terms import FactPart, TermPart
from channelfit.rulebook.model import Fact, FactOption, Term
from channelfit.rulebook.text import Text


def text(part: TextPart) -> Text:
    return Text(part.fr, part.en)


def synonyms(part: SynonymsPart) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*part.fr, *part.en, *part.de)))


def term(part: TermPart) -> Term:
    return Term(part.id, text(part.label), text(part.meaning), synonyms(part.synonyms), part.broader, part.ages, part.surveyed_ages)


def fact(part: FactPart) -> Fact:
    options = tuple(FactOption(option.id, text(option.label)) for option in part.options)
    return Fact(part.id, text(part.label), text(part.meaning), part.kind, options, part.at_least)
