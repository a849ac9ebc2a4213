"""What follows from events, and what is due: the worker."""
