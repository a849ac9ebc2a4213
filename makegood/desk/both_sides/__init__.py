"""A case as its customer saw it beside how we do: on the case page, and in the composer before."""
