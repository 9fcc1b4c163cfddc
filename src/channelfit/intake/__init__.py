"""Inventories kept in spreadsheets and public registers, as a presence that the audit reads. Nothing is guessed, nothing is dropped unsaid."""
