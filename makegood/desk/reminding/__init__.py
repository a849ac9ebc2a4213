"""Reminders that a person sets for themselves in a case."""
