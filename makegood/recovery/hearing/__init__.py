"""Hearing whether a customer complains, and whether they are angry."""

from makegood.recovery.hearing.listening import Heard, hear

__all__ = ["Heard", "hear"]
