"""Who else looks at a case, and who writes: a warning, never a lock."""
