"""JSON Schema of every file and output, made from the models and from the rulebook at hand: what an editor offers is what is read."""

from channelfit.schemas.catalogue import SCHEMAS, Options, schema_of

__all__ = ["SCHEMAS", "Options", "schema_of"]
