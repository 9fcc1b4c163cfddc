"""What an import did: on the screen, as JSON, and at the head of the file it wrote."""
