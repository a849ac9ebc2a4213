"""Whether a customer has to ask once more than they should have to. Reads only."""

import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from makegood.cases.models import Case
from makegood.events.prepared import PreparedQuery
from makegood.recovery import matters
from makegood.recovery.models import Recovery, Rules, Trigger


def _known(abouts: Any) -> QuerySet[Recovery, Any]:
    """When recoveries of these matters ended, if they have, and whether it was that the customer had to ask again."""
    again = Trigger.objects.filter(recovery=OuterRef("pk"), kind=Trigger.Kind.AGAIN)
    return Recovery.objects.filter(about__in=abouts).order_by().values_list("ended_at", Exists(again))


KNOWN = PreparedQuery(_known)


def is_contact_too_many(case: Case, *, at: dt.datetime) -> bool:
    """Whether the customer turned to us as often as the rules name, or more often, without a recovery for it that runs.

    Contacts count since the end of the last recovery in the case; while one runs, nothing is added for each further word.
    """
    rules = Rules.now()
    if not matters.may_be_known(case, contacts=rules.contacts, days=rules.days, at=at):
        return False  # nearly all words, and then nothing more is asked
    present = case.present
    same = matters.about_the_same(present, days=rules.days, at=at)
    known = KNOWN(abouts=list({present.ref, *(one.ref for one in same)}))
    if any(ended_at is None and was_again for ended_at, was_again in known):
        return False
    ended_at = max((ended_at for ended_at, _was_again in known if ended_at is not None), default=None)
    return matters.contacts_of(present, same, days=rules.days, after=ended_at, at=at) >= rules.contacts
