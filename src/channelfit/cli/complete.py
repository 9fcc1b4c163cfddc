"""What the shell may offer for an option: the ids of the rulebook, each with its label."""

from collections import Counter
from collections.abc import Callable, Iterable

from channelfit.rulebook.model import Rulebook, Term
from channelfit.rulebook.text import Language

Offers = list[tuple[str, str]]


def goals(incomplete: str) -> Offers:
    return _terms(incomplete, lambda rulebook: rulebook.goals)


def audiences(incomplete: str) -> Offers:
    return _terms(incomplete, lambda rulebook: rulebook.audiences)


def facts(incomplete: str) -> Offers:
    rulebook, lang = _opened()
    return _starting(incomplete, ((f"{fact.id}=", fact.label.in_(lang)) for fact in rulebook.facts))


def channels(incomplete: str) -> Offers:
    rulebook, lang = _opened()
    return _starting(incomplete, ((sheet.id, sheet.names[-1].text.in_(lang)) for sheet in rulebook.sheets))


def rules(incomplete: str) -> Offers:
    """Rules, checks and stops: all have a page."""
    rulebook, lang = _opened()
    checks = ((check.id, check.title.in_(lang)) for check in rulebook.checklist().checks)
    reasons = ((one.id, one.because.in_(lang)) for entries in (rulebook.rules, rulebook.screening().stops) for one in entries)
    return _starting(incomplete, (*reasons, *checks))


def checks(incomplete: str) -> Offers:
    """What may be selected or ignored: families, whose help is how many checks they hold, then single checks."""
    rulebook, lang = _opened()
    known = rulebook.checklist().checks
    families = Counter(check.family for check in known)
    offers = [*((name, str(number)) for name, number in families.items()), *((check.id, check.title.in_(lang)) for check in known)]
    return _starting(incomplete, offers)


def schemas(incomplete: str) -> Offers:
    from channelfit.schemas import SCHEMAS

    return _starting(incomplete, ((name, "") for name in SCHEMAS))


def templates(incomplete: str) -> Offers:
    rulebook, lang = _opened()
    return _starting(incomplete, ((template.id, template.label.in_(lang)) for template in rulebook.pilots()[0]))


def _terms(incomplete: str, terms: Callable[[Rulebook], Iterable[Term]]) -> Offers:
    rulebook, lang = _opened()
    return _starting(incomplete, ((term.id, term.label.in_(lang)) for term in terms(rulebook)))


def _starting(incomplete: str, offers: Iterable[tuple[str, str]]) -> Offers:
    return [offer for offer in offers if offer[0].startswith(incomplete)]


def _opened() -> tuple[Rulebook, Language]:
    from channelfit.cli.environment import read_environment
    from channelfit.cli.spoken import spoken
    from channelfit.rulebook.load import load_rulebook

    environment = read_environment()
    return load_rulebook(cache=environment.cache), spoken([])
