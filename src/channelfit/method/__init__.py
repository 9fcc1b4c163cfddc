"""The arithmetic of advice: distributions, rankings under doubt, reach, plans, surveys. Numbers in, numbers out: no files and no channels."""
