"""A side conversation in the house of the permissions: the bank is asked about the refund."""

import datetime as dt
from typing import Any

from makegood.cases.actions import side_conversations
from makegood.cases.models import Case
from makegood.cases.words import File, Words
from makegood.staff.models import User

ACTS = ("side-words", "side-reading", "side-closing")


def build(case: Case, bea: User, *, at: dt.datetime) -> dict[str, dict[str, Any]]:
    """What the addresses take."""
    words = Words(text="Has 1815 left?", files=(File("transfer.txt", "text/plain", b"1815"),))
    made = side_conversations.start(case, address="help@bank.example", subject="1815", words=words, by=bea, at=at)
    return {**{name: {"key": made.pk} for name in ACTS}, "side-file": {"key": made.words.get().files.get().pk}}
