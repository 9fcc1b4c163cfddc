"""From an inventory to findings: the checks of the rulebook, run on everything that is declared."""
