"""The knowledge: what a rulebook holds, how its YAML is read and compiled, and what of it is in force on a day."""
