"""Which channels a group stands for, from the properties on their fact sheets."""

from channelfit.rulebook.documents.channels import GroupPart, SheetPart


def members(group: GroupPart, sheets: list[SheetPart]) -> tuple[str, ...]:
    """The ids of the channels that have every property of the group."""
    return tuple(sheet.id for sheet in sheets if _belongs(sheet, group))


def _belongs(sheet: SheetPart, group: GroupPart) -> bool:
    traits = set(sheet.traits)
    return (
        _one_of(sheet.kind, group.kind)
        and _same(sheet.public, group.public)
        and _same(sheet.algorithmic, group.algorithmic)
        and _same(sheet.comments, group.comments)
        and _same(sheet.real_names, group.real_names)
        and _one_of(sheet.read_without_account, group.read_without_account)
        and _one_of(sheet.moderation_load, group.moderation_load)
        and _one_of(sheet.network, group.networks)
        and traits.issuperset(group.traits or ())
        and (group.any_traits is None or not traits.isdisjoint(group.any_traits))
        and traits.isdisjoint(group.without_traits or ())
    )


def _one_of(value: str | None, wanted: tuple[str, ...] | None) -> bool:
    return wanted is None or value in wanted


def _same(value: bool | None, wanted: bool | None) -> bool:
    return wanted is None or value is wanted
