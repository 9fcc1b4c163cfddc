"""Finds and opens a rulebook."""

from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from channelfit.rulebook.compiled import COMPILED, Inputs, open_compiled, write_compiled
from channelfit.rulebook.layers import layers_of
from channelfit.rulebook.model import Rulebook

PACKAGED = Path(__file__).parents[1] / "rules"
CHECKOUT = Path(__file__).parents[3] / "rules"


def rules_folder() -> Path:
    """The built-in rulebook: inside the installed package, or the checkout's own when installed from it in place."""
    return PACKAGED if PACKAGED.is_dir() else CHECKOUT


def load_rulebook(folder: Path | None = None, cache: Path | None = None, overlays: Sequence[str] = ()) -> Rulebook:
    """The rulebook of a folder (the built-in one by default) with its overlays, from its compiled form where that is fresh.

    `cache` is a folder where a compiled form may be kept. Raises Unusable when the YAML cannot be used.
    """
    folder = folder or rules_folder()
    inputs = Inputs(layers_of(folder, overlays))
    kept = cache / f"{_mark(inputs)}-{COMPILED}" if cache else None
    for candidate in (kept, None if overlays else folder / COMPILED):
        if candidate is not None and (rulebook := open_compiled(candidate, inputs)) is not None:
            return rulebook
    rulebook = compile_layers(inputs)
    if kept is not None:
        write_compiled(kept, rulebook, inputs)
    return rulebook


def compile_layers(inputs: Inputs) -> Rulebook:
    """Read, check and link the YAML of the layers. Raises Unusable."""
    from channelfit.rulebook.gather import gather
    from channelfit.rulebook.link.rulebook import link

    return link(gather(inputs.layers), inputs.knowledge_digest())


def _mark(inputs: Inputs) -> str:
    """A name for a set of layers; should two share it, their stamps tell them apart."""
    places = "\0".join(f"{layer.origin}\0{layer.root.resolve()}" for layer in inputs.layers)
    return f"{crc32(places.encode()):08x}"
