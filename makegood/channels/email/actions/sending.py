"""What became of a mail on its way out."""

import datetime as dt
from collections.abc import Sequence

from django.db.models import Q, QuerySet

from makegood.cases import actions as cases
from makegood.channels.email.actions import lost_letters, outside
from makegood.channels.email.models import Mailbox, Outgoing
from makegood.events.actions import verb

LEASE = dt.timedelta(seconds=120)
OVERDUE = dt.timedelta(hours=1)
GIVES_UP = dt.timedelta(days=5)
LONGEST_PAUSE = dt.timedelta(hours=1)
REST = dt.timedelta(minutes=1)
MOST_TOLD = 100


@verb
def claim_outgoing(*, at: dt.datetime, most: int) -> list[Outgoing]:
    """Take some mails for oneself by pushing their time ahead. A sender that dies sends them again, same Message-ID."""
    waiting = Outgoing.objects.select_for_update(skip_locked=True, of=("self",)).to_send(at)
    mine = list(
        waiting.select_related(
            "mailbox", "case__brand", "message__staff", "task_word__staff", "side_word__staff"
        ).prefetch_related("message__attachments", "task_word__files", "side_word__files")[:most]
    )
    Outgoing.objects.filter(pk__in=[one.pk for one in mine]).update(run_at=at + LEASE)
    return mine


@verb
def mark_sent(outgoing: Outgoing, *, at: dt.datetime) -> None:
    """The server has taken it. A greeting keeps *acknowledged*; a reply is delivered."""
    taken = Outgoing.objects.filter(pk=outgoing.pk, state=Outgoing.State.WAITING)
    if not taken.update(state=Outgoing.State.SENT, sent_at=at, trouble="", attempts=outgoing.attempts + 1):
        return  # another sender was quicker; the mail has one Message-ID
    if outgoing.kind == Outgoing.Kind.GREETING and outgoing.case is not None:
        cases.acknowledge(outgoing.case, channel="email", at=at)
    if outgoing.delivers is not None:
        cases.mark_delivered(outgoing.delivers, at=at, again=outgoing.overdue_told)


@verb
def mark_unsent(
    outgoing: Outgoing, *, trouble: str, for_good: bool, counts: bool = True, reason: str = "refused", at: dt.datetime
) -> None:
    """It could not be handed over. `for_good`: it was refused, with a code for why; else it is tried again after a
    growing pause.

    `counts=False`: it was not tried, so no attempt was made.
    """
    attempts = outgoing.attempts + counts
    pause = min(dt.timedelta(minutes=1) * 2 ** min(attempts, 10), LONGEST_PAUSE) if counts else dt.timedelta(seconds=20)
    over = for_good or at - outgoing.made_at > GIVES_UP
    overdue = over or at - outgoing.made_at > OVERDUE
    changes = {
        "attempts": attempts,
        "trouble": trouble[:2000],
        "run_at": at + pause,
        "state": Outgoing.State.FAILED if over else Outgoing.State.WAITING,
    }
    if overdue and not outgoing.overdue_told:
        changes["overdue_told"] = True
        if outgoing.delivers is not None:
            why = reason if for_good else "unsent"
            cases.mark_failed(outgoing.delivers, reason=why, explanation=trouble, at=at)
        outside.note_undelivered(outgoing, explanation=trouble, at=at)
        lost_letters.note(outgoing, explanation=trouble, at=at)
    Outgoing.objects.filter(pk=outgoing.pk, state=Outgoing.State.WAITING).update(**changes)


def hurry(mailbox: Mailbox, *, at: dt.datetime) -> None:
    """What waits to leave by this mailbox is tried at once: it may work now. Part of what changed, so no fact of its own."""
    Outgoing.objects.filter(mailbox=mailbox, state=Outgoing.State.WAITING, run_at__gt=at).update(run_at=at)


@verb
def put_off(mailbox: Mailbox | None, claimed: Sequence[Outgoing], *, trouble: str, at: dt.datetime) -> None:
    """The mailbox's server is in trouble, or not there: all its mail rests a little, so that what leaves by others goes on.
    Where it rests already, what comes meanwhile joins it, and all are tried together.

    No mail is at fault, so no attempt is counted, and all leave soon after the server is back.
    """
    waiting = Outgoing.objects.filter(mailbox=mailbox, state=Outgoing.State.WAITING)
    keys = [one.pk for one in claimed]
    mine, until = waiting.filter(pk__in=keys), _resting_until(waiting.exclude(pk__in=keys), at)
    late = Q(made_at__lt=at - OVERDUE, overdue_told=False) | Q(made_at__lt=at - GIVES_UP)
    # What rests is looked through once a rest, not with each mail that joins it.
    for outgoing in (mine if until else waiting).filter(late).select_related("message")[:MOST_TOLD]:
        mark_unsent(outgoing, trouble=trouble, for_good=False, counts=False, at=at)
    due = mine if until else waiting.filter(run_at__lte=at) | mine
    due.update(run_at=until or at + REST, trouble=trouble[:2000])


def _resting_until(others: QuerySet[Outgoing], at: dt.datetime) -> dt.datetime | None:
    """Until when mail of the mailbox rests already."""
    return (
        others.filter(run_at__gt=at, run_at__lte=at + REST).values_list("run_at", flat=True).order_by("-run_at").first()
    )
