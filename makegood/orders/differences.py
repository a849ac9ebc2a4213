"""Delivered against promised: what a customer may hold against us. Reads nothing, changes nothing."""

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _


class Difference(models.TextChoices):
    LATE = "late", _("Delivered late")
    MISSING = "missing", _("Not delivered")
    SHORT = "short", _("Not all delivered")


def between(
    *,
    promised_at: dt.datetime | None,
    delivered_at: dt.datetime | None,
    cancelled_at: dt.datetime | None,
    bought: int,
    delivered: int,
    at: dt.datetime,
) -> Difference | None:
    """The difference as it stands at a moment; None where there is none, or none yet. Counts are of pieces.

    A part that arrives before the promised day is over is no difference: the rest may follow.
    """
    if cancelled_at is not None:
        return None
    if delivered_at is not None:
        return Difference.LATE if promised_at is not None and delivered_at > promised_at else None
    is_over = promised_at is not None and promised_at < at
    if 0 < delivered < bought:
        return Difference.SHORT if is_over or promised_at is None else None
    return Difference.MISSING if is_over else None
