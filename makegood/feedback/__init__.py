"""A case as its customer saw it, beside how we did."""
