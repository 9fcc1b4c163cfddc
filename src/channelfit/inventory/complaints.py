"""What a reader of records complains of, as problems of the file with their places; secrets are kept out of all of them."""

from channelfit.inventory.read_record import HOLDS_SECRET, Complaint, RecordReader
from channelfit.inventory.secrets import Secrets
from channelfit.source.data import key_of, place_of
from channelfit.source.place import Problem, Unusable
from channelfit.source.tree import Document


def finish(document: Document, reader: RecordReader) -> None:
    """Raises Unusable when anything was complained of, in the order of the file."""
    secrets = Secrets(document)
    said = (_placed(item, document) for item in reader.complaints if item.code != HOLDS_SECRET)
    unreadable = {problem.place.span for problem in document.problems if problem.place is not None}
    problems = [*document.problems, *secrets.problems(), *(problem for problem in said if problem.place and problem.place.span not in unreadable)]
    if problems:
        raise Unusable(sorted(map(secrets.hide, problems), key=lambda problem: problem.order))


def _placed(item: Complaint, document: Document) -> Problem:
    """A key that nobody knows is pointed at itself, anything else where its value stands."""
    place = key_of(document, item.path) if item.code == "unknown-key" else place_of(document, item.path)
    return Problem(item.code, place, item.params)
