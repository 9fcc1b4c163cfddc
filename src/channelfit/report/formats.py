"""The formats of answers and listings; audits have more."""

FORMATS = ("text", "json", "markdown")
