"""An address as people write it, taken apart: no scheme, no credentials, no port."""

import re
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, unquote

HASHBANG = "!"
READABLE = "@:+!$&'()*,;=-._~"
READABLE_VALUE = "@:,._~-"
READABLE_QUERY = "/%=" + READABLE
_WRITTEN = re.compile(
    r"(?:h?t{1,3}ps?:/*|[a-z]{0,4}https?:/*|https?/{2,}|/{2,})*+"  # a scheme, none, a mistyped one, or two of them
    r"(?:[^/?#\s]*@)?"  # credentials: dropped, never shown
    r"([^/?#@:\s]+)(?::\d*)?"
    r"(/[^?#]*)?(?:\?([^#]*))?(?:#(.*))?",
    re.IGNORECASE,
)
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)+")
_AROUND = " \t\r\n\f\v\u00a0\u200b\u200e\u200f\ufeff\"'<>«»“”`,;#"
_NOT_WEB = re.compile(r"(?:mailto|tel|sms|data|file):", re.IGNORECASE)


class Address(NamedTuple):
    """`path` begins with a slash unless it is empty, has no empty parts, and its escapes are undone."""

    host: str
    path: str
    query: str = ""
    fragment: str = ""

    def asked(self, name: str) -> str | None:
        """A part of the query; `#` is what follows the hash."""
        if name == "#":
            return self.fragment or None
        return next((value for key, value in parse_qsl(self.query) if key == name), None)

    def shown(self) -> str:
        """The https form of an address of which nothing more is known: its query may say which page it is."""
        return shown(self.host, self.path) + (f"?{quoted(self.query, READABLE_QUERY)}" if self.query else "")


def parse(text: str) -> Address | None:
    """The address in a text, or None where there is none."""
    text = text.strip(_AROUND)
    found = None if "@" in text and _NOT_WEB.match(text) else _WRITTEN.fullmatch(text)
    if found is None:
        return None
    written, path, query, fragment = found.groups()
    host = _host(written)
    if host is None:
        return None
    if fragment and fragment.startswith(HASHBANG):
        path, _, query = fragment[1:].partition("?")
    return Address(host, _path(path) if path else "", query or "", fragment or "")


def shown(host: str, path: str) -> str:
    """The https form, plain ASCII."""
    return f"https://{host}{quoted(path) or '/'}"


def quoted(text: str, kept: str = "/" + READABLE) -> str:
    return quote(text, safe=kept)


def _host(written: str) -> str | None:
    host = written.lower()
    if not host.isascii() or "%" in host:
        host = spelled(unquote(host))
    host = host.rstrip(".")
    return host if _HOST.fullmatch(host) else None


def spelled(host: str) -> str:
    """A name in any script as machines spell it, or nothing where it cannot be."""
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""


def _path(path: str) -> str:
    if "%" in path:
        path = unquote(path.replace("%2F", "%252F").replace("%2f", "%252f"))
    path = path.rstrip("/ ")
    if "//" in path or path[:1] != "/":
        parts = [part.strip() for part in path.split("/")]
        path = "".join(f"/{part}" for part in parts if part)
    return path
