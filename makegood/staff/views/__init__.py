"""Pages about our own people."""
