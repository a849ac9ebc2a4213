"""What the files of tasks and of side conversations have in common: kept like an Attachment, by their digest."""

from typing import Any

from django.db import models


class KeptFileQuerySet(models.QuerySet[Any]):
    def to_scan(self) -> "KeptFileQuerySet":
        """What no scanner has looked at yet, oldest first."""
        return self.filter(scanned_at=None).order_by("id")


class KeptFile(models.Model):
    """The bytes lie where `digest` says, or apart when they are `refused`."""

    digest = models.CharField(max_length=64)
    name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=120, default="application/octet-stream")
    size = models.PositiveBigIntegerField()
    scanned_at = models.DateTimeField(null=True, blank=True)
    refused = models.CharField(max_length=200, blank=True, help_text="What the scanner found in it.")

    objects = KeptFileQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name
