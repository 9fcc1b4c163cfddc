"""What people type for a term or a channel, in either language."""

from collections.abc import Iterable

from channelfit.rulebook.model import Rulebook, Sheet, Term
from channelfit.source.nearest import fold


def goal_synonyms(rulebook: Rulebook) -> dict[str, str]:
    return _terms(rulebook.goals)


def audience_synonyms(rulebook: Rulebook) -> dict[str, str]:
    return _terms(rulebook.audiences)


def channel_synonyms(rulebook: Rulebook) -> dict[str, str]:
    """Folded ids, names of any date and synonyms of channels, to their ids."""
    return _by_fold((sheet.id, _channel_words(sheet)) for sheet in rulebook.sheets)


def _terms(terms: Iterable[Term]) -> dict[str, str]:
    return _by_fold((term.id, (term.label.fr, term.label.en, *term.synonyms)) for term in terms)


def _channel_words(sheet: Sheet) -> tuple[str, ...]:
    names = (word for name in sheet.names for word in (name.text.fr, name.text.en))
    return (*sheet.synonyms, *names)


def _by_fold(words: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    """An id always means itself; a word that two ids claim goes to the first."""
    listed = list(words)
    found: dict[str, str] = {}
    for name, synonyms in listed:
        for word in synonyms:
            found.setdefault(fold(word), name)
    return found | {fold(name): name for name, _ in listed}
