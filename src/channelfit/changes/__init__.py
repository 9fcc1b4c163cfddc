"""What changed between two answers to one brief, and which rule or figure did it. Pure: both answers and both editions are given."""
