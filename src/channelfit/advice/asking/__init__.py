"""Which facts not given could still change the answer, and how the answer moves with them."""
