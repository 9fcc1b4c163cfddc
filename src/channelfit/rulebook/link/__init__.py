"""From documents to a rulebook: every name resolved, groups and hierarchies written out, problems with their place."""
