"""What can be done with a case."""

from makegood.cases.actions.alongside import Alongside, do_alongside
from makegood.cases.actions.attending import sweep_presence
from makegood.cases.actions.awaiting import miss_due
from makegood.cases.actions.claiming import CLAIM, claim
from makegood.cases.actions.delivering import mark_delivered, mark_failed
from makegood.cases.actions.drafting import NewerDraft, discard_draft, keep_file, save_draft
from makegood.cases.actions.erasing import erase_elsewhere, erase_some, tidy_search
from makegood.cases.actions.following import NotClosed, follow_up
from makegood.cases.actions.greeting import acknowledge, withhold_greeting
from makegood.cases.actions.handing_over import HANDOVER, accept, decline, erase_answers, hand_over, take_back_offer
from makegood.cases.actions.merging import CannotMerge, merge, unmerge
from makegood.cases.actions.moving import CannotMove, MovedMeanwhile, move_message
from makegood.cases.actions.noting import note_order
from makegood.cases.actions.nudging import ask_nudge, cancel_nudge, nudges_due, take_nudge
from makegood.cases.actions.opening import add_aside, add_automatic, add_words, open_case
from makegood.cases.actions.owning import assign
from makegood.cases.actions.planning import leave_due, plan, put_off, send_now, withdraw
from makegood.cases.actions.promising import OnShelf, excuse_promise, keep_promise, promise, take_back_done
from makegood.cases.actions.reminding import erase_reminders, finish_reminder, remind, remind_due
from makegood.cases.actions.replying import AlreadyToldWhy, Closed, StaleReply, release_due, reply, undo
from makegood.cases.actions.resolving import close_due, confirm, reopen, resolve
from makegood.cases.actions.rota import note_absence, remove_absence, set_duty, set_method
from makegood.cases.actions.routing import route, route_waiting
from makegood.cases.actions.rows import refresh_clock
from makegood.cases.actions.scanning import note_scan
from makegood.cases.actions.shelving import delete, junk, restore
from makegood.cases.actions.snoozing import return_due, return_early, snooze, wake
from makegood.cases.actions.splitting import CannotSplit, split, undo_split
from makegood.cases.actions.writing import delete_template, mark_seen, note, save_template

__all__ = [
    "CLAIM",
    "HANDOVER",
    "Alongside",
    "AlreadyToldWhy",
    "CannotMerge",
    "CannotMove",
    "CannotSplit",
    "Closed",
    "MovedMeanwhile",
    "NewerDraft",
    "NotClosed",
    "OnShelf",
    "StaleReply",
    "accept",
    "acknowledge",
    "add_aside",
    "add_automatic",
    "add_words",
    "ask_nudge",
    "assign",
    "cancel_nudge",
    "claim",
    "close_due",
    "confirm",
    "decline",
    "delete",
    "delete_template",
    "discard_draft",
    "do_alongside",
    "erase_answers",
    "erase_elsewhere",
    "erase_reminders",
    "erase_some",
    "excuse_promise",
    "finish_reminder",
    "follow_up",
    "hand_over",
    "junk",
    "keep_file",
    "keep_promise",
    "leave_due",
    "mark_delivered",
    "mark_failed",
    "mark_seen",
    "merge",
    "miss_due",
    "move_message",
    "note",
    "note_absence",
    "note_order",
    "note_scan",
    "nudges_due",
    "open_case",
    "plan",
    "promise",
    "put_off",
    "refresh_clock",
    "release_due",
    "remind",
    "remind_due",
    "remove_absence",
    "reopen",
    "reply",
    "resolve",
    "restore",
    "return_due",
    "return_early",
    "route",
    "route_waiting",
    "save_draft",
    "save_template",
    "send_now",
    "set_duty",
    "set_method",
    "snooze",
    "split",
    "sweep_presence",
    "take_back_done",
    "take_back_offer",
    "take_nudge",
    "tidy_search",
    "undo",
    "undo_split",
    "unmerge",
    "wake",
    "withdraw",
    "withhold_greeting",
]
