"""The hash chain over the ledger, and what belongs to it. Nothing in the chain is ever changed."""

from django.db import models


class Seal(models.Model):
    """One link: the ledger entry at a position, chained to the one before. Digests are SHA-256, 32 bytes.

    `previous` is unique, so that two sealers can never both continue the same link. The entry is a plain key: a link
    outlives whatever is done to the entry, and shows it.
    """

    position = models.PositiveBigIntegerField(primary_key=True)
    entry = models.UUIDField(unique=True)
    content = models.BinaryField(help_text="Digest of the salted entry: it can be checked while the salt is there.")
    previous = models.BinaryField(unique=True)
    digest = models.BinaryField(unique=True)
    sealed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.position} {bytes(self.digest).hex()[:12]}"

    @property
    def spoken(self) -> str:
        """As people note it: position and digest."""
        return f"{self.position}-{bytes(self.digest).hex()}"

    @classmethod
    def latest(cls) -> "Seal | None":
        """The end of the chain."""
        return cls.objects.order_by("-position").first()


class Salt(models.Model):
    """What makes an entry's digest unguessable. Erasing a person empties it: the chain stays, the entry can no longer
    be compared with it."""

    entry = models.UUIDField(primary_key=True)
    salt = models.BinaryField(null=True)
    erased_at = models.DateTimeField(null=True, blank=True)
    erased_by = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"{self.entry}"


class Unsealed(models.Model):
    """An entry that waits for the sealer. The database itself writes the row beside each entry (`guards.py`)."""

    entry = models.UUIDField(primary_key=True)

    def __str__(self) -> str:
        return f"{self.entry}"
