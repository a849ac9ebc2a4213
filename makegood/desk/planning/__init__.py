"""A reply that leaves later: its time, changing that, and what is told where it did not leave."""
