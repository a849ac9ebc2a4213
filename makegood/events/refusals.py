"""A verb's clear no."""


class Refusal(ValueError):
    """What was asked cannot be done; the message, already translated, is for the person who asked."""
