"""A case that sleeps until its time, and the field that reads such a time."""
