"""What people have chosen, what they were told, and what is held for their digests."""

import datetime as dt
import uuid

from django.db import models
from django.db.models import Q

from makegood.events.keys import uuid7
from makegood.staff.models import User
from makegood.staff.notices.kinds import Kind, Way


class Choice(models.Model):
    """How one person wants to be told of one kind: in one way, and on the screens of their devices."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, db_index=False, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    way = models.CharField(max_length=6, choices=Way.choices)
    by_push = models.BooleanField(default=False, help_text="Whether their devices show it at once, too.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="one_way_a_kind")]

    def __str__(self) -> str:
        return f"{self.kind} {self.way}"


class DigestQuerySet(models.QuerySet["Digest"]):
    def due(self, at: dt.datetime) -> "DigestQuerySet":
        """Of people who work here, the longest due first."""
        return self.filter(next_at__lte=at, user__is_active=True).order_by("next_at")


class Digest(models.Model):
    """When somebody's digest comes: `times` (such as "08:30") on `days` (Monday is 0), in their time zone. `next_at` is what
    that makes; None where it makes nothing."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True, related_name="digest")
    times = models.JSONField(default=list)
    days = models.JSONField(default=list)
    next_at = models.DateTimeField(null=True, blank=True, db_index=True)

    objects = DigestQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.times} {self.days}"


class HeldQuerySet(models.QuerySet["Held"]):
    def waiting(self) -> "HeldQuerySet":
        """Not told yet, in the order in which they happened."""
        return self.filter(told_at=None).order_by("made_at", "id")


class Held(models.Model):
    """One notice for a digest. `key` names what is told, so that it is told once; `about` is the case it is of (`C-…`)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    key = models.CharField(max_length=200, unique=True)
    about = models.CharField(max_length=20, blank=True, db_index=True)
    said = models.CharField(max_length=400, blank=True)
    url = models.CharField(max_length=400, blank=True)
    made_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True, db_index=True)

    objects = HeldQuerySet.as_manager()

    def __str__(self) -> str:
        return self.key


MOST_COUNTED = 100  # more than can be taken in


class NoticeQuerySet(models.QuerySet["Notice"]):
    def newest_first(self) -> "NoticeQuerySet":
        """The order of the page. Keyset: (made_at, id)."""
        return self.order_by("-made_at", "-id")

    def before(self, at: dt.datetime, key: uuid.UUID) -> "NoticeQuerySet":
        """The rows behind one row, in that order."""
        return self.filter(Q(made_at__lt=at) | Q(made_at=at, id__lt=key))

    def unread(self) -> "NoticeQuerySet":
        return self.filter(read_at=None)


class Notice(models.Model):
    """One thing that somebody was told, in their language. `key` names what is told and to whom, so that it stands here once;
    `about` is the case it is of (`C-…`), `path` where it leads."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, db_index=False, related_name="notices")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    key = models.CharField(max_length=200, unique=True)
    about = models.CharField(max_length=20, blank=True, db_index=True)
    said = models.CharField(max_length=400)
    path = models.CharField(max_length=400, blank=True)
    made_at = models.DateTimeField(db_index=True)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["user", "made_at", "id"], name="notice_newest"),
            models.Index(fields=["user", "kind", "made_at", "id"], name="notice_of_kind"),
            models.Index(fields=["user", "about"], condition=Q(read_at=None), name="notice_unread"),
        ]

    def __str__(self) -> str:
        return self.key
