"""Pages of what we owe."""
