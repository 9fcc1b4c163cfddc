"""Accounts: which channel an address or a label of a spreadsheet stands for."""

from channelfit.channels.model import Label, Recognised
from channelfit.channels.recognise import Recogniser

__all__ = ["Label", "Recognised", "Recogniser"]
