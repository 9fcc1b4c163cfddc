"""An inventory of accounts: what its files say, read against the fields that the rulebook declares."""
