"""A verb's clear no."""


class Refusal(ValueError):  # noqa: N818 - it is no error: the answer is no
    """What was asked cannot be done; the message, already translated, is for the person who asked."""
