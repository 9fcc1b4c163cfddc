"""The conversation of `advise`: what is asked, in which order, until no answer can change the first three any more."""
