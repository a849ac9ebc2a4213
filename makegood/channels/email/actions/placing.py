"""How an answer from a third party is placed in what we asked them: by our token alone, whoever sends it.

The token stands in the address it was sent to, or in the Message-ID it answers. It places the words, and does not prove
who sends them.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from makegood.cases.words import Words
from makegood.channels.email import matching, trust
from makegood.channels.email.reading import Read

HOUR = dt.timedelta(hours=1)
# From one sender in an hour: beyond the first they are only filed, beyond the second only stored.
LOOP_MOST, FILED_MOST = 20, 100
MOST_REFERENCES = 50
FLOOD = "Too many mails from this sender in an hour."


def key_in(read: Read, key_from: Callable[[str], str | None]) -> str | None:
    """The key that a mail names; the token in the address goes before what the mail answers. A delivery report answers
    nothing: it is matched by what it reports."""
    if read.mail.is_bounce or read.mail.is_feedback_report:
        return None
    named = [read.mail.in_reply_to, *reversed(read.mail.references)][:MOST_REFERENCES]
    signed = [read.token, *(found[1] for one in named if (found := matching.SIGNED.search(one)))]
    return next((key for token in signed if token and (key := key_from(token))), None)


def lately(theirs: QuerySet[Any], *, at: dt.datetime) -> int:
    """How many words of a sender came in the last hour, as far as that matters."""
    return theirs.filter(at__gt=at - HOUR)[:FILED_MOST].count()


def is_stranger(read: Read, address: str) -> bool:
    """Whether it is from anybody but the one we wrote to."""
    return read.sender != address or read.proof is trust.Proof.FAILED


def outcome(read: Read, words: Words, lately: int) -> str:
    """`continued` for an answer; `auto-reply` for a machine's, or one that says nothing; `loop` for a flood."""
    if lately >= LOOP_MOST:
        return "loop"
    says_nothing = not words.text.strip() and not words.files
    return "auto-reply" if read.mail.is_read_receipt or read.mail.is_auto_reply or says_nothing else "continued"
