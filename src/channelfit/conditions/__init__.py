"""Conditions with three values, shared by everything that asks whether something holds."""
