"""Makes texts fit to stand in XML."""

import re

from channelfit.words.safe import plain_line

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2


def xml_line(text: str) -> str:
    """On one line, with nothing that XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", plain_line(text))
