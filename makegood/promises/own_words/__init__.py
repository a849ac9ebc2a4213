"""Commitments that our people make in their own words: found in what they write, with the time they are due."""

from makegood.promises.own_words import quick
from makegood.promises.own_words.finding import Found, find, promises_anything
from makegood.promises.own_words.when import by_when, when

__all__ = ["Found", "by_when", "find", "promises_anything", "quick", "when"]
