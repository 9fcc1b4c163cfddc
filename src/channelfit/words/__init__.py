"""Everything that is said to people, in both languages: templates by message id, plurals, numbers and dates."""

from channelfit.words.catalogue import LANGUAGES, Words, signed, words_for

__all__ = ["LANGUAGES", "Words", "signed", "words_for"]
