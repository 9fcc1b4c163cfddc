"""A request with every answer, to be changed line by line."""

from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples" / "requests"
COMPLETE = (EXAMPLES / "mediatheque.yaml").read_text(encoding="utf-8")


def changed(**answers: str | None) -> str:
    """The complete request with some answers replaced, as YAML; None leaves the line out."""
    lines = COMPLETE.splitlines()
    for name, value in answers.items():
        place = next((at for at, line in enumerate(lines) if line.startswith(f"  {name}:")), len(lines))
        lines[place : place + 1] = [] if value is None else [f"  {name}: {value}"]
    return "\n".join(lines) + "\n"
