"""Networks as sites: hosts, their own pages, labels. The patterns are explained at the top of rules/channels/networks.yaml."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from channelfit.rulebook.documents.base import Part, Prose, Slug

NAMING = ("{handle}", "{id}", "{code}", "{phone}")
_PLACEHOLDER = r"\{(handle|id|code|phone|part|name|tab|server|url)\}"


def _naming(pattern: str) -> str:
    if not any(placeholder in pattern for placeholder in NAMING):
        raise ValueError(f"needs the place of the account's name: {', '.join(NAMING)}")
    return pattern


Pattern = Annotated[str, Field(pattern=rf"^([^\s{{}}]|{_PLACEHOLDER})+$")]
AccountPattern = Annotated[Pattern, AfterValidator(_naming)]
Host = Annotated[str, Field(pattern=r"^[^\s/:@]+\.[^\s/:@]+$")]


class NetworkPart(Part):
    id: Slug
    hosts: tuple[Host, ...] = Field(min_length=1)
    subdomains: tuple[Prose, ...] = ()
    links: tuple[Host, ...] = ()
    urls: tuple[AccountPattern, ...] = ()
    tabs: tuple[Prose, ...] = ()
    reserved: tuple[Prose, ...] = ()
    not_accounts: tuple[Pattern, ...] = ()
    sends_to: dict[Pattern, str] = {}
    labels: tuple[Prose, ...] = ()
    usual: Slug | None = None
    case: Literal["exact"] | None = None
    ignores: str = ""
    federated: bool = False


class AddressesPart(Part):
    subdomains: tuple[Prose, ...] = ()
    sends_to: dict[Pattern, str] = {}
    label_words: tuple[Prose, ...] = ()
    letters_per_slip: int = Field(default=0, ge=0)
