"""A hint that a customer complains, heard in what they wrote. A person confirms or declines it; it opens nothing."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from makegood.cases.models import Case, Message
from makegood.events.keys import uuid7
from makegood.staff.models import User


class HintState(models.TextChoices):
    WAITING = "waiting", _("Waiting for a person’s word")
    CONFIRMED = "confirmed", _("Confirmed")
    DECLINED = "declined", _("Declined")


class HintQuerySet(models.QuerySet["Hint"]):
    def waiting_in(self, case: Case) -> "HintQuerySet":
        """Those about a case's present messages that nobody has judged, newest first."""
        return self.filter(message__case=case, state=HintState.WAITING).order_by("-message__at", "-id")


class Hint(models.Model):
    """How likely (0 to 1) a message complains and its writer is angry; figures only, never words."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="hint")
    complaint = models.FloatField()
    angry = models.FloatField()
    state = models.CharField(max_length=9, choices=HintState.choices, default=HintState.WAITING)
    judged_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    judged_at = models.DateTimeField(null=True, blank=True)

    objects = HintQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(complaint__gte=0, complaint__lte=1), name="hint_is_likelihood")
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.complaint}"
