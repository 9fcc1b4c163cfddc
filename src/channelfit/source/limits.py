"""The bounds of what is read, whatever a file says. They are part of the file format, not of the knowledge."""

FILE_BYTES = 64 * 1024 * 1024
DEPTH = 100
EXPANDED_NODES = 100_000
EXPANSION = 10  # aliases may stand for this many times the nodes written, or for EXPANDED_NODES
INTEGER = 10**12
STRING_BYTES = 64 * 1024
PROBLEMS_SHOWN = 50
RECORD_BYTES = 1024 * 1024  # of one record of a stream; the stream itself may be of any length
