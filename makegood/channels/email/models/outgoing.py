"""A mail on its way out: a row with a not-before time, one deterministic Message-ID, retried until it is gone."""

import datetime as dt

from django.db import models
from django.db.models import Q

from makegood.cases.models import Case, Message, SideWord, TaskWord
from makegood.channels.email.models.mailbox import Mailbox
from makegood.events.keys import uuid7
from makegood.staff.models import User


class OutgoingQuerySet(models.QuerySet["Outgoing"]):
    def to_send(self, at: dt.datetime) -> "OutgoingQuerySet":
        """Waiting, due, and not leased by another sender. Oldest first."""
        return self.filter(state=Outgoing.State.WAITING, run_at__lte=at).order_by("run_at", "id")

    def greetings_since(self, at: dt.datetime) -> "OutgoingQuerySet":
        """For the limits on greetings."""
        return self.filter(kind=Outgoing.Kind.GREETING, made_at__gt=at)


class Outgoing(models.Model):
    """One mail to send. `identifier` is its Message-ID, unique, and follows from what it carries, so that sending twice is seen."""

    class Kind(models.TextChoices):
        REPLY = "reply"
        GREETING = "greeting"
        QUESTION = "question"
        ASKING = "asking"
        NOTICE = "notice"
        ACCOUNT = "account"
        REMEDY = "remedy"
        TASK = "task"
        SIDE = "side"
        COPY = "copy"
        NUDGE = "nudge"

    class State(models.TextChoices):
        WAITING = "waiting"
        SENT = "sent"
        FAILED = "failed"
        BOUNCED = "bounced"
        NOWHERE = "nowhere"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    mailbox = models.ForeignKey(
        Mailbox, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="outgoing"
    )
    case = models.ForeignKey(Case, on_delete=models.CASCADE, null=True, blank=True, db_index=False, related_name="+")
    message = models.ForeignKey(
        Message, on_delete=models.CASCADE, null=True, blank=True, db_index=False, related_name="+"
    )
    task_word = models.ForeignKey(
        TaskWord, on_delete=models.CASCADE, null=True, blank=True, db_index=False, related_name="+"
    )
    side_word = models.ForeignKey(
        SideWord, on_delete=models.CASCADE, null=True, blank=True, db_index=False, related_name="+"
    )
    staff = models.ForeignKey(User, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    identifier = models.CharField(max_length=255, unique=True)
    in_reply_to = models.CharField(max_length=500, blank=True)
    references = models.TextField(blank=True)
    to = models.JSONField(default=list)
    cc = models.JSONField(default=list, blank=True)
    bcc = models.JSONField(default=list, db_default=[], blank=True, help_text="Who gets a blind copy, in no header.")
    to_domain = models.CharField(max_length=255, blank=True)
    to_address = models.CharField(max_length=320, blank=True, help_text="The first recipient, case-folded.")
    reply_to = models.CharField(max_length=320, blank=True)
    subject = models.CharField(max_length=998)
    text = models.TextField()
    html = models.TextField(blank=True)
    language = models.CharField(max_length=5, blank=True)
    made_at = models.DateTimeField()
    run_at = models.DateTimeField(help_text="Not before; pushed ahead while a sender has it or after a failure.")
    attempts = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    sent_at = models.DateTimeField(null=True, blank=True)
    overdue_told = models.BooleanField(default=False, help_text="It stayed unsent for an hour, and that was said.")
    trouble = models.TextField(blank=True)

    objects = OutgoingQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["run_at", "id"], condition=Q(state="waiting"), name="outgoing_to_send"),
            models.Index(fields=["made_at"], condition=Q(kind="greeting"), name="outgoing_greetings"),
            models.Index(fields=["to_address", "made_at"], condition=Q(kind="greeting"), name="outgoing_greetings_to"),
            models.Index(fields=["message"], name="outgoing_message"),
            models.Index(fields=["case"], name="outgoing_case"),
            models.Index(fields=["task_word"], condition=Q(task_word__isnull=False), name="outgoing_task_word"),
            models.Index(fields=["side_word"], condition=Q(side_word__isnull=False), name="outgoing_side_word"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.identifier}"

    @property
    def outside(self) -> TaskWord | SideWord | None:
        """What it carries to a third party: no part of the conversation with the customer."""
        return self.task_word or self.side_word

    @property
    def delivers(self) -> Message | None:
        """The reply that has arrived where this mail has: none for a blind copy of it."""
        return None if self.kind == self.Kind.COPY else self.message

    @property
    def addressees(self) -> list[str]:
        """Whom it is meant for first; a blind copy shows others in its headers."""
        return list(self.bcc if self.kind == self.Kind.COPY else self.to)

    @property
    def envelope(self) -> list[str]:
        """Everybody who gets it."""
        others = [] if self.kind == self.Kind.COPY else [*self.cc, *self.bcc]
        return list(dict.fromkeys([*self.addressees, *others]))
