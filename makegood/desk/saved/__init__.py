"""Saved views in the inbox: what they hold, their counts, and saving, moving and deleting them."""
