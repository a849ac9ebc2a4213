"""Side conversations: what we ask third parties about a case, and what they answer. The customer never sees them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from makegood.cases.models.case import Case
from makegood.cases.models.kept_files import KeptFile
from makegood.events.keys import uuid7
from makegood.staff.models import User


class SideConversationQuerySet(models.QuerySet["SideConversation"]):
    def of_case(self, case: Case) -> "SideConversationQuerySet":
        """Those of a case, and of cases that were merged into it."""
        return self.filter(case__in=Case.objects.part_of(case).values("pk"))

    def open_first(self) -> "SideConversationQuerySet":
        """In the order of the case page: open ones first, the newest at the top."""
        return self.order_by("-is_open", "-started_at", "-id")

    def with_words(self) -> "SideConversationQuerySet":
        """With what was written, oldest first, and its files."""
        said = SideWord.objects.select_related("staff").prefetch_related("files").order_by("at", "id")
        return self.prefetch_related(models.Prefetch("words", said))


class SideConversation(models.Model):
    """A thread of mails with one outside address. Its `key` signs what places an answer here; `is_unread` until one of
    us says that they have read it, or writes."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    key = models.CharField(max_length=16, unique=True)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="side_conversations")
    subject = models.CharField(max_length=300, blank=True)
    address = models.CharField(max_length=320)
    started_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    started_at = models.DateTimeField()
    is_open = models.BooleanField(default=True)
    is_unread = models.BooleanField(default=False)
    trouble = models.TextField(blank=True, help_text="Why the last mail to them did not arrive.")

    objects = SideConversationQuerySet.as_manager()

    def __str__(self) -> str:
        return self.subject


class SideWord(models.Model):
    """One mail of a side conversation, ours or theirs."""

    class Kind(models.TextChoices):
        OURS = "ours", pgettext_lazy("side conversation", "Wrote")
        THEIRS = "theirs", pgettext_lazy("side conversation", "Answered")
        FILED = "filed", _("Automatic answer")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    conversation = models.ForeignKey(SideConversation, on_delete=models.CASCADE, db_index=False, related_name="words")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    at = models.DateTimeField()
    staff = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    sender = models.CharField(max_length=320, blank=True, help_text="The address it came from; empty for our own.")
    sender_name = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    quoted = models.TextField(blank=True)
    authenticated = models.BooleanField(default=True, help_text="False: the sender's address is not proved.")
    stranger = models.BooleanField(default=False, help_text="From an address that we did not write to.")
    raw = models.CharField(max_length=64, blank=True, help_text="Digest of the stored mail.")
    has_files = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["conversation", "at", "id"], name="side_word_at")]

    def __str__(self) -> str:
        return f"{self.kind} {self.at}"

    @property
    def who(self) -> str:
        """Whoever wrote it, by name."""
        return self.staff.name if self.staff else self.sender_name or self.sender


class SideFile(KeptFile):
    """A file of a side conversation."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    word = models.ForeignKey(SideWord, on_delete=models.CASCADE, related_name="files")

    class Meta:
        indexes = [
            models.Index(fields=["id"], condition=Q(scanned_at=None), name="side_file_to_scan"),
            models.Index(fields=["digest"], name="side_file_digest"),
        ]
