"""Cases beside the rules: a brief or some accounts, a day, and what is expected of the answer."""
