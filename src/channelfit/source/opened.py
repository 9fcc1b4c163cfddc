"""A file or standard input as a document, by the name it is spoken of."""

from channelfit.source.parse import parse_whole
from channelfit.source.read import STDIN, as_text, read_bytes
from channelfit.source.tree import Document

STANDARD_INPUT = {"fr": "entrée standard", "en": "standard input"}


def name_of(path: str, lang: str) -> str:
    return STANDARD_INPUT[lang] if path == STDIN else path


def read_document(path: str, lang: str) -> Document:
    """Raises Unusable."""
    name = name_of(path, lang)
    return parse_whole(as_text(read_bytes(path), name), name)
