"""What can be done with mail."""

from makegood.channels.email.actions.carrying_nowhere import carry_nowhere
from makegood.channels.email.actions.claiming import claim, postpone
from makegood.channels.email.actions.erasing import erase_some
from makegood.channels.email.actions.fetching import hold_mailboxes, let_mailboxes_go, note_place
from makegood.channels.email.actions.mailboxes import (
    close_mailbox,
    edit_mailbox,
    keep_refresh_token,
    note_fetch,
    note_sending,
    note_silence,
    open_mailbox,
    reopen_mailbox,
)
from makegood.channels.email.actions.parking import discard, park, replay
from makegood.channels.email.actions.queueing import (
    queue_asking,
    queue_greeting,
    queue_notice,
    queue_nudge,
    queue_question,
    queue_remedy,
    queue_reply,
    queue_silence,
    reaches,
)
from makegood.channels.email.actions.receiving import enter, forget_old_mail, keep, store
from makegood.channels.email.actions.sending import claim_outgoing, mark_sent, mark_unsent, put_off
from makegood.channels.email.actions.side_letters import queue_side_letter
from makegood.channels.email.actions.taking_in import take_in
from makegood.channels.email.actions.task_letters import queue_task_letter
from makegood.channels.email.actions.threading import rethread, rethread_all

__all__ = [
    "carry_nowhere",
    "claim",
    "claim_outgoing",
    "close_mailbox",
    "discard",
    "edit_mailbox",
    "enter",
    "erase_some",
    "forget_old_mail",
    "hold_mailboxes",
    "keep",
    "keep_refresh_token",
    "let_mailboxes_go",
    "mark_sent",
    "mark_unsent",
    "note_fetch",
    "note_place",
    "note_sending",
    "note_silence",
    "open_mailbox",
    "park",
    "postpone",
    "put_off",
    "queue_asking",
    "queue_greeting",
    "queue_notice",
    "queue_nudge",
    "queue_question",
    "queue_remedy",
    "queue_reply",
    "queue_side_letter",
    "queue_silence",
    "queue_task_letter",
    "reaches",
    "reopen_mailbox",
    "replay",
    "rethread",
    "rethread_all",
    "store",
    "take_in",
]
