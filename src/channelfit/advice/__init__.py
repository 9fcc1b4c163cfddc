"""From a brief to a ranking with its reasons."""
