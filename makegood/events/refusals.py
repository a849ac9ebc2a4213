"""A verb's clear no."""


class Refusal(ValueError):
    """What was asked cannot be done; the message, already translated, is for the person who asked.

    `field`: which argument is at fault, so that a form can say it there; empty when it is no single one.
    """

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field
