"""The people of a place by age, in a brief or in a survey."""

from channelfit.schemas.ids import Ids
from channelfit.schemas.pieces import Schema, mapping, number, or_nothing, table, text, words

BAND = r"^\d{1,3}(-\d{1,3}|\+)$"


def territory(ids: Ids) -> Schema:
    """Written out, or a place in a census table."""
    about, nothing = ids.said.about, ids.said.title("nothing")
    ages = table(BAND, number(0)) | {"minProperties": 1}
    properties = {
        "population_by_age": about("brief.population_by_age") | or_nothing(ages, nothing),
        "census": about("brief.census") | or_nothing(text(), nothing),
        "place": about("brief.place") | or_nothing(words(), nothing),
    }
    return mapping(properties)
