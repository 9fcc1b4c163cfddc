"""Bytes to text, in the encodings that spreadsheets save in."""

import codecs

from channelfit.intake.table import Notice
from channelfit.source.read import as_text

UTF8, UTF16, WINDOWS = "utf-8", "utf-16", "cp1252"
SAMPLE = 4096
SPARSE = 3  # of so many bytes one is a zero, at least, in UTF-16 without a mark


def decoded(raw: bytes, name: str) -> tuple[str, str, list[Notice]]:
    """The text, its encoding, and what is to be said about it. Raises Unusable at the first byte that is no text."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _wide(raw, UTF16, name)
    zeros = raw[:SAMPLE].count(0)
    if zeros * SPARSE > len(raw[:SAMPLE]):
        return _wide(raw, "utf-16-le" if raw[1:2] == b"\0" else "utf-16-be", name)
    try:
        raw.decode(UTF8)
    except UnicodeDecodeError:
        return _windows(raw, name)
    return as_text(raw, name), UTF8, []


def _wide(raw: bytes, encoding: str, name: str) -> tuple[str, str, list[Notice]]:
    try:
        return as_text(raw.decode(encoding).encode(), name), UTF16, []
    except UnicodeError:
        return as_text(raw, name), UTF8, []  # says where it is no text


def _windows(raw: bytes, name: str) -> tuple[str, str, list[Notice]]:
    if 0 in raw:
        return as_text(raw, name), UTF8, []
    try:
        return raw.decode(WINDOWS), WINDOWS, [Notice("not-utf8", {"encoding": WINDOWS})]
    except UnicodeDecodeError:
        return as_text(raw, name), UTF8, []
