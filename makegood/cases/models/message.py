"""What is said in a case, and the files that came with it."""

import datetime as dt
import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from makegood.brands.tones import Tone
from makegood.cases.models.case import Case
from makegood.cases.models.rows_compared import Compared
from makegood.customers.models import Customer
from makegood.events.keys import uuid7
from makegood.staff.models import User


class MessageKind(models.TextChoices):
    CUSTOMER = "customer", _("From the customer")
    REPLY = "reply", _("Reply")
    NOTE = "note", _("Internal note")
    AUTOMATIC = "automatic", _("Automatic answer from the customer's side")
    BOUNCE = "bounce", _("Delivery report")


class Delivery(models.TextChoices):
    """Where a reply is on its way out."""

    NONE = "", ""
    LATER = "later", _("Leaves later")
    HELD = "held", _("Can be undone")
    WAITING = "waiting", _("Waiting to be sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Not delivered")
    UNDONE = "undone", _("Undone")


class MessageQuerySet(models.QuerySet["Message"]):
    def for_customer(self) -> "MessageQuerySet":
        """What the customer may see: their words and replies that have left, though they may not have arrived."""
        ours = Q(kind=MessageKind.REPLY, delivery__in=(Delivery.WAITING, Delivery.SENT, Delivery.FAILED))
        stopped = Q(delivery=Delivery.FAILED, attachments__refused__gt="")
        return self.filter(Q(kind=MessageKind.CUSTOMER) | ours).exclude(stopped)

    def divisible(self) -> "MessageQuerySet":
        """What can go to a case of its own: the customer's words, notes, and replies that are not on their way any more."""
        gone = Q(kind=MessageKind.REPLY, delivery__in=(Delivery.NONE, Delivery.SENT, Delivery.FAILED))
        return self.filter(Q(kind__in=(MessageKind.CUSTOMER, MessageKind.NOTE)) | gone)

    def newest_first(self) -> "MessageQuerySet":
        """Keyset: (-at, -id)."""
        return self.order_by("-at", "-id")

    def before(self, at: dt.datetime, key: uuid.UUID) -> "MessageQuerySet":
        """The rows behind one row, newest first."""
        return self.filter(Compared("at", "<", at, key))

    def shown(self) -> "MessageQuerySet":
        """All but undone replies, oldest first."""
        return self.exclude(delivery=Delivery.UNDONE).order_by("at", "id")


class Message(models.Model):
    """Anything said in a case. `text` is what its author wrote; `quoted` what they quoted, folded, never cut."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="messages")
    kind = models.CharField(max_length=9, choices=MessageKind.choices)
    at = models.DateTimeField()
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    staff = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    sender = models.CharField(max_length=320, blank=True, help_text="The address it came from.")
    sender_name = models.CharField(max_length=200, blank=True)
    to = models.JSONField(default=list, blank=True, help_text="Addresses it went to.")
    cc = models.JSONField(default=list, blank=True)
    bcc = models.JSONField(
        default=list, db_default=[], blank=True, help_text="Blind copies: staff alone ever read who got them."
    )
    text = models.TextField(blank=True)
    quoted = models.TextField(blank=True)
    html = models.TextField(blank=True, help_text="Sanitised HTML of a mail, shown in a sandbox.")
    language = models.CharField(max_length=5, blank=True)
    channel = models.CharField(max_length=10)
    authenticated = models.BooleanField(default=True, help_text="False: the sender's address is not proved.")
    stranger = models.BooleanField(default=False, help_text="From an address that does not belong to the case.")
    matched_by = models.CharField(max_length=20, blank=True, help_text="Why it was placed in this case.")
    raw = models.CharField(max_length=64, blank=True, help_text="Digest of the stored mail.")
    invitation = models.JSONField(default=dict, blank=True, help_text="Calendar invitation, summed up.")
    delivery = models.CharField(max_length=7, choices=Delivery.choices, default=Delivery.NONE, blank=True)
    release_at = models.DateTimeField(null=True, blank=True, help_text="Until then the reply can be undone.")
    trouble = models.TextField(blank=True, help_text="Why it could not be delivered.")
    resolves = models.BooleanField(default=False, help_text="The case is resolved once this reply leaves.")
    why_due_at = models.DateTimeField(
        null=True, blank=True, help_text="The new date it promises, telling why it takes longer."
    )
    awaited_until = models.DateTimeField(
        null=True, blank=True, help_text="Once it has left an answer is awaited until then."
    )
    snooze_days = models.PositiveSmallIntegerField(
        default=0, db_default=0, help_text="Once it has left the case is snoozed for so many days; 0: it is not."
    )
    tone = models.CharField(
        max_length=8,
        choices=Tone.choices,
        blank=True,
        default="",
        db_default="",
        help_text="In which tone it is signed; empty: as its customer is addressed.",
    )
    nudge_days = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="Days after which the customer is reminded; 0: not at all; empty: at nudge_at, else as the brand does.",
    )
    nudge_at = models.DateTimeField(
        null=True, blank=True, help_text="When the customer is reminded, if not after so many days."
    )
    nudge_resolves = models.PositiveSmallIntegerField(
        default=0, db_default=0, help_text="Days after the reminder until the case is resolved; 0: it is not."
    )
    hands_over = models.JSONField(
        default=dict,
        db_default={},
        blank=True,
        help_text="Once it has left the case is offered so: team, owner, reason, template; {}: it is not.",
    )

    objects = MessageQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["case", "at", "id"], name="message_case_at"),
            models.Index(fields=["release_at"], condition=Q(delivery="held"), name="message_to_release"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at}"

    @property
    def is_ours(self) -> bool:
        """Whether staff wrote it: their words may be formatted, anybody else's are shown as they were typed."""
        return self.kind in (MessageKind.REPLY, MessageKind.NOTE) and not self.stranger

    @property
    def is_aside(self) -> bool:
        """Whether somebody who got a blind copy wrote it: no word of staff, and none that the customer may see."""
        return self.kind == MessageKind.NOTE and self.stranger


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    def to_scan(self) -> "AttachmentQuerySet":
        """What no scanner has looked at yet, oldest first."""
        return self.filter(scanned_at=None).order_by("id")


class Attachment(models.Model):
    """A file of a message; its bytes are stored once, by digest, outside the web root, or apart when it is `refused`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="attachments")
    digest = models.CharField(max_length=64)
    name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=120, default="application/octet-stream")
    size = models.PositiveBigIntegerField()
    content_id = models.CharField(max_length=255, blank=True)
    inline = models.BooleanField(default=False)
    scanned_at = models.DateTimeField(null=True, blank=True)
    refused = models.CharField(max_length=200, blank=True, help_text="What the scanner found in it.")

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["id"], condition=Q(scanned_at=None), name="attachment_to_scan"),
            models.Index(fields=["digest"], name="attachment_digest"),
        ]

    def __str__(self) -> str:
        return self.name
