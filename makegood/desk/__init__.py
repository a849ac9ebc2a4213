"""The agent's day: inbox, case page, settings."""
