"""Placeholder until the promises notice."""


def notice(event: object) -> None:
    """Nothing yet."""
