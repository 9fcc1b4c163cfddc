"""A request for an account: the answers to the questions, and the organisation it is for."""

from channelfit.inventory.read import AS_OF, ORGANISATION
from channelfit.rulebook.link.names import REQUEST
from channelfit.schemas.catalogue import Options
from channelfit.schemas.ids import Ids
from channelfit.schemas.of_presence import Records
from channelfit.schemas.pieces import Schema, day, mapping, or_nothing


def schema(ids: Ids, _settings: Options) -> Schema:
    records, about = Records(ids), ids.said.about
    own = {
        ORGANISATION: about("presence.organisation") | records.ref("organisation"),
        AS_OF: about("brief.as_of") | or_nothing(day(), ids.said.title("nothing")),
    }
    return mapping({**own, **records.properties(records.shape.trees[REQUEST])}, (REQUEST,))
