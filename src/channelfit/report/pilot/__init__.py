"""Pilots in sentences, in charts and in files."""
