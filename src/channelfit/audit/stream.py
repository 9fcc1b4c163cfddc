"""Accounts read one by one, in bounded memory: their own checks run, and addresses declared twice are found."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import batched
