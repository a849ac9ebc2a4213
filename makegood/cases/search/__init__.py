"""Finding cases by words, the same on SQLite and PostgreSQL: both index what Python has already put into tokens."""

from makegood.cases.search.finding import Result, Such, find

__all__ = ["Result", "Such", "find"]
