"""A local survey: read, laid on what is known of the country, told, and kept as evidence."""
