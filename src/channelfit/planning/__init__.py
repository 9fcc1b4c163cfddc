"""From a brief and the hours there are to the best set of channels."""
