"""One writer a format. Prose is rendered here, last."""
