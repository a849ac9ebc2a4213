"""Why a promise that a person made need not be kept."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from makegood.events.keys import uuid7
from makegood.promises.models.commitments import Commitment
from makegood.staff.models import User


class Excuse(models.Model):
    """Who excused one commitment, and why. The ledger holds the code alone; the words stand here and can be erased."""

    class Reason(models.TextChoices):
        AGREED = "agreed-otherwise", _("The customer and we have agreed on something else")
        NOT_NEEDED = "not-needed", _("The customer no longer needs it")
        NOT_REACHED = "not-reached", _("We tried in time, and the customer could not be reached")
        MISTAKEN = "mistaken", _("It was written down by mistake, and nobody was promised anything")
        OTHER = "other", _("Another reason, said below")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="excuses")
    by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    at = models.DateTimeField()
    reason = models.CharField(max_length=16, choices=Reason.choices)
    words = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason="other") | ~Q(words=""), name="excuse_other_needs_words")
        ]

    def __str__(self) -> str:
        return f"{self.reason} {self.at}"
