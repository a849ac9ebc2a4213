"""Letters of ours to the customer that carry no reply (a greeting, a question, what they get) and did not arrive."""

import datetime as dt
import uuid

from makegood.channels.email.events import LetterLost
from makegood.channels.email.models import Outgoing
from makegood.events.actions import record
from makegood.recovery import actions as recovery

Kind = Outgoing.Kind
OURS = {Kind.GREETING, Kind.QUESTION, Kind.ASKING}


def note(outgoing: Outgoing, *, explanation: str, at: dt.datetime) -> None:
    """The case says that it did not arrive. Part of the verb that found it out; other mails have words of their own that
    say so."""
    if outgoing.case is None:
        return
    if outgoing.kind == Kind.REMEDY:
        recovery.note_undelivered(_remedy(outgoing), explanation=explanation, at=at)
    elif outgoing.kind in OURS:
        case = outgoing.case.present
        record(LetterLost(letter=outgoing.kind, mail=str(outgoing.pk)), about=case.ref, at=at, facets=case.facets)


def _remedy(outgoing: Outgoing) -> uuid.UUID:
    """Its Message-ID follows from what it carries: the key of the remedy stands second in it."""
    return uuid.UUID(outgoing.identifier.split(".")[1])
