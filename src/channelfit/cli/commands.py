"""Commands and groups whose complaints are ours: placed, bilingual, with the nearest name."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from channelfit.source.nearest import nearest
from channelfit.source.place import Param, Problem, Unusable

HELP_OPTIONS = ["--help", "-h"]
SETTINGS = {"help_option_names": HELP_OPTIONS, "allow_extra_args": True}


class Command(TyperCommand):
    def invoke(self, ctx: Any) -> Any:
        if ctx.args:
            raise Unusable([Problem("usage-argument", params={"found": ctx.args[0], "command": ctx.command_path})])
        return super().invoke(ctx)


class Group(TyperGroup):
    """A group of commands."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        known = tuple(self.list_commands(ctx))
        if args and args[0] not in known and not ctx.resilient_parsing:
            params: dict[str, Param] = {"found": args[0], "nearest": nearest(args[0], known), "known": known, "command": ctx.command_path}
            raise Unusable([Problem("usage-command", params=params)])
        return super().resolve_command(ctx, args)


class Shelf(Group):
    """A group that lists what it holds when it is not told what to do."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        unsaid = not args or (args[0].startswith("-") and args[0] not in HELP_OPTIONS)
        return super().parse_args(ctx, ["list", *args] if unsaid else args)
