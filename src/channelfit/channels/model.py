"""What is recognised in an address or a label."""

from msgspec import Struct


class Recognised(Struct, frozen=True):
    """An account. `channel` is None where the address does not tell the surface.

    `handle` is as it is written in the address; `key` is equal for two addresses of the same account.
    """

    network: str
    channel: str | None
    handle: str | None
    key: str


class Label(Struct, frozen=True):
    """What a label names. `channel` is None where it names the network alone and the network has several surfaces."""

    network: str
    channel: str | None
