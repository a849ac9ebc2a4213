"""What helps an agent work: drafts on the server, what has been seen, reply templates."""

from django.db import models

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.cases.models.case import Case
from makegood.events.keys import uuid7
from makegood.staff import permissions
from makegood.staff.models import User
from makegood.ui import pictures


class Draft(models.Model):
    """Unsent words of one person in one case, kept on the server with whatever else is filled in."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="drafts")
    staff = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=9, default="reply")
    text = models.TextField(blank=True)
    fields = models.JSONField(
        default=dict, blank=True, help_text="The other fields as typed: to, cc, resolves, why_due."
    )
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "staff", "kind"], name="draft_once_a_person")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.staff_id}"


class DraftFile(models.Model):
    """A file that waits to be sent with a draft; its bytes are stored by digest, as an attachment's."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="files")
    digest = models.CharField(max_length=64)
    name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()

    def __str__(self) -> str:
        return self.name

    @property
    def is_picture(self) -> bool:
        """Whether a browser shows it without running anything in it."""
        return self.content_type in pictures.SHOWN


class Seen(models.Model):
    """Until when a person has read a case."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    staff = models.ForeignKey(User, on_delete=models.CASCADE, db_index=False, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["staff", "case"], name="seen_once_a_person")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.at}"


class TemplateQuerySet(models.QuerySet["Template"]):
    def managed_by(self, user: User) -> "TemplateQuerySet":
        """What a person may change: the templates of brands that their teams serve; all, for who sees all brands."""
        if not permissions.may(user, permissions.MANAGE_TEMPLATES):
            return self.none()
        if permissions.may(user, permissions.SEE_ALL):
            return self
        return self.filter(brand__in=scope.of(user).brands)


class Template(models.Model):
    """A prepared reply, one text a language; `{customer}`, `{agent}`, `{case}` are filled in."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=80)
    brand = models.ForeignKey(Brand, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    texts = models.JSONField(default=dict, help_text="Text by language code.")
    does = models.JSONField(
        default=dict,
        db_default={},
        blank=True,
        help_text="What a reply with it does besides: tags, kind, takes, resolves, snooze_days, hand_over, nudge_days, nudge_resolves.",
    )

    objects = TemplateQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
