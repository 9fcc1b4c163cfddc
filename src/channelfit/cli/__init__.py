"""One file a command: read, call, render. The clock, the environment and the terminal are read here and passed down."""
