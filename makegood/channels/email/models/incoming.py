"""Mail as it came, stored before anything is parsed or acknowledged; and every Message-ID we know."""

import datetime as dt

from django.db import models
from django.db.models import Q

from makegood.brands import scope
from makegood.cases.models import Case, Message
from makegood.channels.email.models.mailbox import Mailbox
from makegood.events.keys import uuid7
from makegood.staff import permissions
from makegood.staff.models import User


class RawMailQuerySet(models.QuerySet["RawMail"]):
    def visible_to(self, user: User) -> "RawMailQuerySet":
        """What a member of staff may look at: what came to the mailboxes of the brands that their teams serve."""
        if not permissions.may(user, permissions.MANAGE_PARKED):
            return self.none()
        if permissions.may(user, permissions.SEE_ALL):
            return self
        return self.filter(mailbox__brand__in=scope.of(user).brands)

    def to_take_in(self, at: dt.datetime) -> "RawMailQuerySet":
        """Received, and not leased by another worker at the moment. Oldest first."""
        return self.filter(state=RawMail.State.RECEIVED, run_at__lte=at).order_by("run_at", "id")

    def parked(self) -> "RawMailQuerySet":
        """What could not be taken in, newest first."""
        return self.filter(state=RawMail.State.PARKED).order_by("-stored_at")


class RawMail(models.Model):
    """One mail: its bytes are a file named by `digest` on the shelf `mail`. `fingerprint`: the digest without trace
    headers; the same one twice in a mailbox is a duplicate."""

    class State(models.TextChoices):
        RECEIVED = "received"
        TAKEN = "taken"
        PARKED = "parked"

    class Source(models.TextChoices):
        SMTP = "smtp"
        IMAP = "imap"
        PUSH = "push"
        COMMAND = "command"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    # Where an index below begins with it, a key needs none of its own: each costs every mail that is written.
    mailbox = models.ForeignKey(
        Mailbox, on_delete=models.CASCADE, null=True, blank=True, db_index=False, related_name="raw_mails"
    )
    digest = models.CharField(max_length=64)
    fingerprint = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(default=0)
    source = models.CharField(max_length=8, choices=Source.choices)
    envelope_from = models.CharField(max_length=320, blank=True)
    envelope_to = models.JSONField(default=list, blank=True)
    stored_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.RECEIVED)
    run_at = models.DateTimeField(help_text="When it may next be tried; pushed ahead while a worker has it.")
    attempts = models.PositiveSmallIntegerField(default=0)
    outcome = models.CharField(max_length=12, blank=True)
    reason = models.TextField(blank=True)
    case = models.ForeignKey(Case, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    message = models.ForeignKey(Message, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    taken_at = models.DateTimeField(null=True, blank=True)

    objects = RawMailQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["run_at", "id"], condition=Q(state="received"), name="raw_to_take_in"),
            models.Index(fields=["-stored_at"], condition=Q(state="parked"), name="raw_parked"),
            models.Index(fields=["mailbox", "fingerprint"], name="raw_fingerprint"),
            models.Index(fields=["stored_at"], name="raw_stored_at"),
            models.Index(fields=["digest"], name="raw_digest"),
        ]

    def __str__(self) -> str:
        return f"{self.digest[:12]} {self.state}"


class KnownMessage(models.Model):
    """A Message-ID that came or left, and the case it belongs to: how an answer finds its case."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    identifier = models.CharField(max_length=500)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="+")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    ours = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["identifier"], name="known_message_id"),
            models.Index(fields=["case"], name="known_message_case"),
        ]

    def __str__(self) -> str:
        return self.identifier
