"""A local survey told: the outline, and its formats."""
