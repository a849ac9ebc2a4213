"""One act on many cases: begun, done row by row by the verbs of the single acts, undone together."""

from makegood.cases.actions.bulk.beginning import Wanted, begin, undo
from makegood.cases.actions.bulk.doing import AT_ONCE, do_few, do_some, forget_old, work
from makegood.cases.actions.bulk.telling import Announcement, tell_all

__all__ = ["AT_ONCE", "Announcement", "Wanted", "begin", "do_few", "do_some", "forget_old", "tell_all", "undo", "work"]
