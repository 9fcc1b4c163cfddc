"""A comms-playbook repository: its files, filled in for one organisation."""

from channelfit.playbook.fill import playbook
from channelfit.playbook.model import Answers

__all__ = ["Answers", "playbook"]
