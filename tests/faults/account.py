"""What stands in an installation, told as JSON to the test that has killed its processes."""

import datetime as dt
import json
import sys
from collections import Counter
from typing import Any

from django.db import connection
from django.db.models import Count
from django.utils import timezone

from makegood.cases.models import Case, Message
from makegood.cases.models.case import NOTHING_DUE
from makegood.channels.email.models import Outgoing, RawMail
from makegood.events.models import Reaction
from makegood.promises.models import Commitment, LedgerEntry, Tally

SETTLES = {"kept": {"kept", "corrected"}, "broken": {"broken"}, "excused": {"excused"}}


def tell() -> None:
    """Print the account on one line."""
    messages = Message.objects.filter(kind="customer").values_list("text", flat=True)
    told: dict[str, Any] = {
        "under way": under_way(),
        "mails": list(RawMail.objects.values("state", "outcome", "reason", "digest")),
        "words": list(messages),
        "cases": Case.objects.count(),
        "outgoing": list(Outgoing.objects.values("kind", "identifier", "state", "trouble")),
        "replies": list(Message.objects.filter(kind="reply").values("text", "delivery", "trouble")),
        "faults": [*_counts(), *_ledgers(), *_cases(), *_greetings(), *_index()],
    }
    sys.stdout.write(json.dumps(told))


def under_way() -> list[str]:
    """What is still to be done."""
    mails = RawMail.objects.filter(state=RawMail.State.RECEIVED).count()
    leaving = Outgoing.objects.filter(state=Outgoing.State.WAITING).count()
    held = Message.objects.filter(delivery__in=("held", "waiting")).count()
    reactions = [f"{one.name} {one.attempts} {one.trouble[-200:]}" for one in Reaction.objects.all()[:20]]
    return [
        *[f"{mails} mails"] * bool(mails),
        *[f"{leaving} to send"] * bool(leaving),
        *[f"{held} replies"] * bool(held),
        *reactions,
    ]


def hurry() -> None:
    """Let all leases be over now, as if two minutes had passed."""
    now = timezone.now()
    RawMail.objects.filter(state=RawMail.State.RECEIVED).update(run_at=now)
    Outgoing.objects.filter(state=Outgoing.State.WAITING).update(run_at=now)
    Reaction.objects.filter(run_at__lt=now + dt.timedelta(days=1)).update(run_at=now)


def _counts() -> list[str]:
    """Where the counts that were kept differ from a recount."""
    recount: Counter[tuple[str, str, str]] = Counter()
    for one in Commitment.objects.filter(state__in=SETTLES, line__isnull=False):
        assert one.settled_at is not None
        recount[one.key, one.settled_at.astimezone(dt.UTC).date().isoformat(), one.state] += 1
    kept = {
        (one.key, one.day.isoformat(), state): getattr(one, state) for one in Tally.objects.all() for state in SETTLES
    }
    wrong = {key for key in recount.keys() | kept.keys() if recount[key] != kept.get(key, 0)}
    return [f"{key} is counted {kept.get(key, 0)} times, and is there {recount[key]} times" for key in wrong]


def _ledgers() -> list[str]:
    """Commitments whose ledger tells another story, and second commitments of one kind at one moment in a case."""
    told: dict[Any, list[str]] = {}
    for commitment, kind in LedgerEntry.objects.values_list("commitment", "kind"):
        told.setdefault(commitment, []).append(kind)
    faults = []
    for one in Commitment.objects.all():
        kinds = told.get(one.pk, [])
        settled = [kind for kind in kinds if kind in SETTLES.get(one.state, ())]
        if kinds.count("made") != 1 or (one.state in SETTLES and not settled) or len(settled) > 1:
            faults.append(f"{one}: {kinds}")
    twice = Commitment.objects.values("about", "key", "made_at").annotate(n=Count("pk")).filter(n__gt=1)
    return faults + [f"{one} is there {one['n']} times" for one in twice]


def _cases() -> list[str]:
    """Cases whose copies of what stands elsewhere are wrong."""
    faults = []
    for case in Case.objects.all():
        dues = Commitment.objects.about(case.ref).owed().exclude(due_at=None).values_list("due_at", flat=True)
        if case.next_due_at != min(dues, default=NOTHING_DUE):
            faults.append(f"{case.ref} is due {case.next_due_at}, not {min(dues, default=None)}")
        if case.message_count != case.messages.exclude(delivery="undone").count():
            faults.append(f"{case.ref} counts {case.message_count} messages")
    return faults


def _greetings() -> list[str]:
    several = Outgoing.objects.filter(kind="greeting").values("case__ref").annotate(n=Count("pk")).filter(n__gt=1)
    return [f"{one['case__ref']} is greeted {one['n']} times" for one in several]


def _index() -> list[str]:
    """Messages that are in the search index another number of times than once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT message_id FROM cases_search")
        found = Counter(str(row[0]).replace("-", "") for row in cursor.fetchall())
    keys = {key.hex for key in Message.objects.filter(kind__in=("customer", "reply")).values_list("pk", flat=True)}
    return [f"message {key} is in the index {found[key]} times" for key in keys | found.keys() if found[key] != 1]
