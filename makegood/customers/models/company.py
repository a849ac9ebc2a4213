"""The companies that customers belong to, and the mail domains by which staff know them."""

import unicodedata
from typing import Any

from django.db import models

from makegood.events.keys import uuid7

LONGEST_NAME = 200


def fold_name(name: str) -> str:
    """By what two names are the same company: whatever the case of their letters, their width and their spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())[:LONGEST_NAME]


class CompanyQuerySet(models.QuerySet["Company"]):
    def by_name(self) -> "CompanyQuerySet":
        """The order of lists. Keyset: key."""
        return self.order_by("key")

    def beginning(self, text: str) -> "CompanyQuerySet":
        """Those whose name begins so."""
        return self.filter(key__startswith=fold_name(text)) if text.strip() else self

    def called(self, words: str) -> "CompanyQuerySet":
        """Those with this reference, name or mail domain: one, or two where a name looks like another's domain."""
        domain = words.strip().lower().removeprefix("@")
        return self.filter(
            models.Q(ref=words.strip().upper())
            | models.Q(key=fold_name(words))
            | models.Q(pk__in=CompanyDomain.objects.filter(domain=domain).values("company"))
        )


class Company(models.Model):
    """One company. `key` in the event log is its reference (`B-…`); `key` here is its folded name, which no two share."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    ref = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=LONGEST_NAME)
    key = models.CharField(max_length=LONGEST_NAME, unique=True)

    objects = CompanyQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


class CompanyDomainQuerySet(models.QuerySet["CompanyDomain"]):
    def company_at(self, domain: str) -> Company | None:
        """Whose a mail domain is, or is a part of, the nearest first: `mail.acme.example` is in `acme.example`."""
        parts = domain.split(".")
        above = [".".join(parts[place:]) for place in range(len(parts) - 1)]
        found: list[CompanyDomain] = list(self.filter(domain__in=above).select_related("company"))
        nearest = max(found, key=lambda one: len(one.domain), default=None)
        return nearest.company if nearest else None


class CompanyDomain(models.Model):
    """A mail domain of one company, as `addresses.fold` writes it. Who is met by an address there belongs to it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="domains")
    domain = models.CharField(max_length=255, unique=True)

    objects = CompanyDomainQuerySet.as_manager()

    def __str__(self) -> str:
        return self.domain

    def holds(self) -> Any:
        """The condition on contact points: an address there."""
        return models.Q(value__endswith=f"@{self.domain}") | models.Q(value__endswith=f".{self.domain}")
