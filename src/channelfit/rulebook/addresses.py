"""Where the accounts of each network are found, and what people call it; rules/channels/networks.yaml explains the patterns."""

from msgspec import Struct


class Network(Struct, frozen=True):
    """The site of a network: its hosts, its own pages, its names."""

    id: str
    hosts: tuple[str, ...] = ()
    subdomains: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    tabs: tuple[str, ...] = ()
    reserved: tuple[str, ...] = ()
    not_accounts: tuple[str, ...] = ()
    sends_to: dict[str, str] = {}
    labels: tuple[str, ...] = ()
    usual: str | None = None
    case_matters: bool = False
    ignores: str = ""
    federated: bool = False


class AddressBook(Struct, frozen=True):
    """All that is known of addresses and labels, beside the patterns on the fact sheets."""

    networks: tuple[Network, ...] = ()
    subdomains: tuple[str, ...] = ()
    sends_to: dict[str, str] = {}
    label_words: tuple[str, ...] = ()
    letters_per_slip: int = 0
