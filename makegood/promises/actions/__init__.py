"""What can be done with promises: publish, make, notice, keep, settle, make final, release, excuse, move."""

from makegood.promises.actions.apart import Apart
from makegood.promises.actions.by_hand import KeptByEvents, excuse_one, keep, take_back
from makegood.promises.actions.by_line import make_by_line
from makegood.promises.actions.finalising import CATCHING_UP, finalise, note_fault
from makegood.promises.actions.noticing import notice, would_start
from makegood.promises.actions.promising import excuse_all, finish_all, forget_words, make, move
from makegood.promises.actions.publishing import publish, publish_default_charter
from makegood.promises.actions.ruling import excuse, release
from makegood.promises.actions.sealing import erase_salts, seal
from makegood.promises.actions.settling import settle_due, warn_due

__all__ = [
    "CATCHING_UP",
    "Apart",
    "KeptByEvents",
    "erase_salts",
    "excuse",
    "excuse_all",
    "excuse_one",
    "finalise",
    "finish_all",
    "forget_words",
    "keep",
    "make",
    "make_by_line",
    "move",
    "note_fault",
    "notice",
    "publish",
    "publish_default_charter",
    "release",
    "seal",
    "settle_due",
    "take_back",
    "warn_due",
    "would_start",
]
