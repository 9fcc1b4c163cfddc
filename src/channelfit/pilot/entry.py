"""A count as it is written in the file."""

from channelfit.pilot.model import Look, Pilot


def example(pilot: Pilot, look: Look) -> str:
    """The count of a look, with what nobody knows yet left open."""
    head = f"look: {look.look}, on: {look.not_before.isoformat()}"
    counts = f"x: …, n: {look.n}" if pilot.against is None else ", ".join(f"{arm}: {{x: …, n: {look.n}}}" for arm in pilot.arms())
    return f"{{{head}, {counts}}}"
