"""The gate before an account: a request read, its answers looked at, an outcome with every reason."""
