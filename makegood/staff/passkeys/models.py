"""The passkeys of our people."""

from django.db import models

from makegood.events.keys import uuid7
from makegood.staff.models import User


class PasskeyQuerySet(models.QuerySet["Passkey"]):
    def letting_in(self) -> "PasskeyQuerySet":
        """Of those who still work here."""
        return self.filter(user__is_active=True)


class Passkey(models.Model):
    """`credential` is its id (base64url, as browsers write it), `public_key` what its answers are checked with (COSE).

    `sign_count`: how often it says it was used; it never goes back, unless somebody has a copy. Many passkeys always say 0.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="passkeys")
    name = models.CharField(max_length=60)
    credential = models.CharField(max_length=1400, unique=True)
    public_key = models.BinaryField()
    sign_count = models.PositiveBigIntegerField()
    is_synced = models.BooleanField(help_text="Whether its maker keeps a copy for the owner's other devices.")
    added_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    objects = PasskeyQuerySet.as_manager()

    class Meta:
        ordering = ["added_at", "id"]

    def __str__(self) -> str:
        return self.name
