"""Heartbeat: what each loop of each worker did last, so that silence shows."""

from django.db import models


class Heartbeat(models.Model):
    """One loop of one worker. Rows of workers that are gone are swept after a day."""

    worker = models.CharField(max_length=120, help_text="host:process of the worker")
    loop = models.CharField(max_length=60)
    seen_at = models.DateTimeField(help_text="when the worker last said that it is alive")
    ran_at = models.DateTimeField(null=True, help_text="when the loop last finished a round")
    did = models.PositiveBigIntegerField(default=0, help_text="how much it has done since the worker started")
    failures = models.PositiveIntegerField(default=0, help_text="rounds failed in a row")
    trouble = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["worker", "loop"], name="heartbeat_once_a_loop")]

    def __str__(self) -> str:
        return f"{self.worker} {self.loop}"
