"""Why nothing is to be done to one case of many."""


class Nothing(Exception):
    """The case is so already; says why in words."""
