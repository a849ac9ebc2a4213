"""One act on many cases: begun, done row by row by the verbs of the single acts, undone together."""

from makegood.cases.actions.bulk.beginning import Wanted, begin, undo
from makegood.cases.actions.bulk.doing import AT_ONCE, do_some, work

__all__ = ["AT_ONCE", "Wanted", "begin", "do_some", "undo", "work"]
