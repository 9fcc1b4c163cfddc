"""Pilots: a channel is tried under a rule written down beforehand, then decided on from what was counted."""
