"""Sentences that shift blame, found before they reach a customer."""

from makegood.cases.blame.finding import Shift, find
from makegood.cases.blame.language import Kind

__all__ = ["Kind", "Shift", "find"]
