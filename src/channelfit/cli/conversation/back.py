"""One question back."""


class OneBack(Exception):
    """Whoever answers wants to answer the question before again."""
