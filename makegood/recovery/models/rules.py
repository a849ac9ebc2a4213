"""When a recovery opens by itself, and how fast it must be acknowledged: what the organisation sets."""

from django.db import models

from makegood.events.keys import uuid7
from makegood.events.prepared import PreparedQuery


class Rules(models.Model):
    """One row for the whole installation; none means the defaults."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    place = models.PositiveSmallIntegerField(default=1, unique=True, help_text="Always 1: there is one row.")
    minutes = models.PositiveIntegerField(default=60, help_text="Working minutes until it is acknowledged.")
    contacts = models.PositiveSmallIntegerField(default=3, help_text="The contact on one matter that opens one.")
    days = models.PositiveSmallIntegerField(default=14, help_text="Within so many days.")
    whole_team = models.BooleanField(default=False, help_text="The mail of the morning goes to all, not only to leads.")

    def __str__(self) -> str:
        return f"{self.minutes} min, {self.contacts} in {self.days} days"

    @classmethod
    def now(cls) -> "Rules":
        """The rules in force."""
        return next(iter(IN_FORCE()), None) or cls()


IN_FORCE = PreparedQuery(lambda: Rules.objects.order_by("pk")[:1])
