"""Commitments that our people make in their own words: found in what they write, with the time they are due."""

from makegood.promises.own_words import quick
from makegood.promises.own_words.finding import Found, find, promises_anything
from makegood.promises.own_words.when import when

__all__ = ["Found", "find", "promises_anything", "quick", "when"]
