"""channelfit schema: JSON Schema of files and outputs, for editors and other tools."""

from typing import TYPE_CHECKING, Annotated

import typer

from channelfit.cli import complete
from channelfit.cli.commands import SETTINGS, Command
from channelfit.cli.session import Common, Session
from channelfit.cli.shared import shared

if TYPE_CHECKING:
    from channelfit.rulebook.text import Language
    from channelfit.schemas import Options

NAME = "schema"

app = typer.Typer(name=NAME, add_completion=False, context_settings=SETTINGS)


@app.command(NAME, help="command.schema", cls=Command, context_settings=SETTINGS)
@shared()
def schema(
    of: Annotated[str, typer.Argument(help="schema.of", metavar="NAME", autocompletion=complete.schemas)],
    *,
    common: Common,
) -> None:
    from channelfit.cli.environment import read_environment
    from channelfit.schemas import SCHEMAS
    from channelfit.source.nearest import nearest
    from channelfit.source.place import Problem, Unusable

    session = Session(NAME, common, read_environment())
    if of not in SCHEMAS:
        raise Unusable([Problem("unknown-schema", params={"found": of, "nearest": nearest(of, SCHEMAS), "known": SCHEMAS})])
    session.write([schema_text(of, session)])


def schema_text(of: str, session: Session) -> str:
    import msgspec

    from channelfit.schemas import schema_of

    made = schema_of(of, session.rulebook(), session.lang, settings(session.lang))
    return msgspec.json.format(msgspec.json.encode(made), indent=2).decode() + "\n"


def settings(lang: "Language") -> "Options":
    """What a configuration may set, as the reader of it knows it."""
    from channelfit.cli import config
    from channelfit.schemas import Options
    from channelfit.words.help import help_words

    words = help_words(lang)

    def said(command: str, option: str) -> str:
        keys = (f"{command}.{option.replace('_', '-')}", f"option.{option.replace('_', '-')}", f"config.{option}")
        return next((words.say(key) for key in keys if words.knows(key)), option)

    return Options(
        (*config.TEXTS, *config.SWITCHES), config.COMMANDS, config.SWITCHES, config.LISTS, config.NUMBERS, config.TABLES, config.CHOICES, said
    )
