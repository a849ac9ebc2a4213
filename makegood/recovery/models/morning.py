"""One morning of one team: that its golden mistakes were told."""

from django.db import models

from makegood.events.keys import uuid7
from makegood.staff.models import Team


class Morning(models.Model):
    """Written once a team and day, in the transaction that queues the mails; so they are queued once."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, db_index=False, related_name="+")
    day = models.DateField(help_text="In the team's own time zone.")
    told_at = models.DateTimeField()
    count = models.PositiveIntegerField(help_text="How many customers could still be won back.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "day"], name="morning_once_a_team_and_day")]

    def __str__(self) -> str:
        return f"{self.team_id} {self.day}"
