"""Words of promises that people made in their own."""

import datetime as dt

from django import template
from django.utils import timezone

from makegood.promises.models import Commitment
from makegood.staff.models import User

register = template.Library()


@register.filter
def undo_until(commitment: Commitment, user: User) -> dt.datetime | None:
    """Until when this person may take *done* back; None when that is over, or where nothing is done."""
    if commitment.finished_at is None or not commitment.is_by_hand:
        return None
    until = commitment.finished_at + dt.timedelta(seconds=user.undo_seconds)
    return until if until > timezone.now() else None
