"""The audit page: what our people did and what was done to their accounts, from the one log."""
