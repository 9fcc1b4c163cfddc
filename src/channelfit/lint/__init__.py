"""Rules about rules: what is wrong with a rulebook and its overlays, each finding with its place."""
