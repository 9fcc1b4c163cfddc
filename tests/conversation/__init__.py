"""The conversation of `advise`."""
