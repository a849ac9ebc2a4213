"""A case that is offered to somebody: what its page shows of it, and the answers."""
