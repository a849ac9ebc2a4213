"""What can be done with a customer's record."""

from makegood.customers.actions.changing import block, note_language, rename, unblock
from makegood.customers.actions.meeting import find_or_create, meet, note_failing, note_working
from makegood.customers.actions.merging import CannotMerge, gather, merge, unmerge

__all__ = [
    "CannotMerge",
    "block",
    "find_or_create",
    "gather",
    "meet",
    "merge",
    "note_failing",
    "note_language",
    "note_working",
    "rename",
    "unblock",
    "unmerge",
]
