"""Network parts to the address book; every surface they name exists."""

from collections.abc import Collection

from channelfit.rulebook.addresses import AddressBook, Network
from channelfit.rulebook.documents.addresses import AddressesPart, NetworkPart
from channelfit.rulebook.gather import Gathered
from channelfit.rulebook.link.problems import Problems
from channelfit.rulebook.link.sections import parts


def address_book(files: list[Gathered], channels: Collection[str], problems: Problems) -> AddressBook:
    head = next((file.part.addresses for file in files if file.part.addresses), AddressesPart())
    networks = []
    for place, part in parts("networks", [(file, file.part.networks) for file in files], problems):
        if part.usual is not None and part.usual not in channels:
            problems.unknown(place.file, "unknown-channel", part.usual, channels, ("networks", place.position, "usual"))
        networks.append(_network(part))
    return AddressBook(tuple(networks), head.subdomains, head.sends_to, head.label_words, head.letters_per_slip)


def _network(part: NetworkPart) -> Network:
    return Network(
        id=part.id,
        hosts=part.hosts,
        subdomains=part.subdomains,
        links=part.links,
        urls=part.urls,
        tabs=part.tabs,
        reserved=part.reserved,
        not_accounts=part.not_accounts,
        sends_to=part.sends_to,
        labels=part.labels,
        usual=part.usual,
        case_matters=part.case is not None,
        ignores=part.ignores,
        federated=part.federated,
    )
