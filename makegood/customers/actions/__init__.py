"""What can be done with a customer's record."""

from makegood.customers.actions.changing import block, choose_tone, note_language, rename, unblock
from makegood.customers.actions.companies import add_company, change_company, place
from makegood.customers.actions.consenting import note_consent
from makegood.customers.actions.erasing import (
    erase,
    finish_erasure,
    next_to_erase,
    note_export,
    note_gone,
    note_tidying,
)
from makegood.customers.actions.meeting import find_or_create, meet, note_failing, note_timezone, note_working
from makegood.customers.actions.merging import CannotMerge, gather, merge, unmerge
from makegood.customers.actions.noting import change_note, remove_note, write_note

__all__ = [
    "CannotMerge",
    "add_company",
    "block",
    "change_company",
    "change_note",
    "choose_tone",
    "erase",
    "find_or_create",
    "finish_erasure",
    "gather",
    "meet",
    "merge",
    "next_to_erase",
    "note_consent",
    "note_export",
    "note_failing",
    "note_gone",
    "note_language",
    "note_tidying",
    "note_timezone",
    "note_working",
    "place",
    "remove_note",
    "rename",
    "unblock",
    "unmerge",
    "write_note",
]
