"""channelfit advise: the answer, and what goes with it, in the format asked for."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from channelfit.advice.engine import Advisor
from channelfit.advice.model import Advice
from channelfit.cli.session import Session
from channelfit.report.outline import Outline

if TYPE_CHECKING:
    from channelfit.changes.what_if import WhatIf


def render_advice(advice: Advice, advisor: Advisor, what_if: "WhatIf | None", session: Session, chosen: str) -> str:
    if chosen == "json":
        return _json(advice, advisor, what_if, session)
    outline = _outline(advice, advisor, what_if, session)
    if chosen == "markdown":
        from channelfit.report.advice_markdown import advice_markdown

        return advice_markdown(outline, session.words)
    from channelfit.report.advice_text import advice_text

    return advice_text(outline, session.words, session.environment.width, session.colour)


def _json(advice: Advice, advisor: Advisor, what_if: "WhatIf | None", session: Session) -> str:
    from channelfit.advice.look import outlook
    from channelfit.report.advice_json import advice_tree, json_text

    tree = advice_tree(advice, advisor.edition, session.lang, outlook(advice, advisor))
    if what_if is not None:
        from channelfit.report.what_if_json import what_if_tree

        tree["what_if"] = what_if_tree(what_if)
    return json_text(tree)


def _outline(advice: Advice, advisor: Advisor, what_if: "WhatIf | None", session: Session) -> Outline:
    """In short, nothing is said of how sure it is, and nothing spent on finding out."""
    from channelfit.report.compose import compose

    if session.quiet:
        from channelfit.report.essential import essential

        outline = essential(compose(advice, advisor.edition, session.words))
    else:
        from channelfit.advice.look import outlook

        outline = compose(advice, advisor.edition, session.words, session.verbose, outlook(advice, advisor))
    if what_if is None:
        return outline
    from channelfit.report.changes_outline import Detail
    from channelfit.report.what_if import WhatIfWords

    detail = Detail(full=session.verbose, brief=session.quiet)
    return replace(outline, beside=WhatIfWords(what_if, session.words, detail).side_by_side())
