"""The people of a place by age: written out, or found in a census table."""
