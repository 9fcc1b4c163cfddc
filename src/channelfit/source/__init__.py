"""Bounded reading of YAML with the place of every node kept. Knows nothing of channels."""
