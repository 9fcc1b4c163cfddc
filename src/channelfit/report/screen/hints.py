"""How the answer to a field is written: yes or no, a number, a day, one of several words."""

from channelfit.report.screen.speech import Speech

HINTED = ("boolean", "answer", "number", "date", "list", "audiences", "records")
OPTIONED = ("choice", "choices")


def hint(name: str, speech: Speech) -> str:
    """What may stand there, in brackets or in a comment; nothing where any words will do."""
    field = speech.field(name)
    if field is None:
        return ""
    if field.kind in OPTIONED:
        return " | ".join(option.id for option in field.options)
    return speech.say(f"form.{field.kind}") if field.kind in HINTED else ""


def with_hint(name: str, speech: Speech) -> str:
    """The label of a field, with how it is answered."""
    found = hint(name, speech)
    return f"{speech.label(name)} ({found})" if found else speech.label(name)


def ticks(name: str, speech: Speech) -> tuple[str, ...]:
    """What is ticked on paper; nothing where words are written."""
    field = speech.field(name)
    if field is None:
        return ()
    if field.kind in OPTIONED:
        return tuple(speech.words.of(option.label) for option in field.options)
    return (speech.say("form.yes"), speech.say("form.no")) if field.kind in ("boolean", "answer") else ()
