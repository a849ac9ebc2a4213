"""What the organisation names itself, in lists of its own: the kinds of its cases, and their fields."""

from typing import Any, TypeVar

from django.db import models
from django.utils.translation import get_language

from makegood.events.keys import uuid7

LONGEST_OWN_WORD = 60
Word = TypeVar("Word", bound="OwnWord")


class OwnWordQuerySet(models.QuerySet[Word]):
    def in_order(self) -> "OwnWordQuerySet[Word]":
        """As the organisation has put them."""
        return self.order_by("position", "id")

    def in_use(self) -> "OwnWordQuerySet[Word]":
        """Those that can be chosen, in order."""
        return self.filter(retired_at=None).in_order()


class OwnWord(models.Model):
    """An entry of such a list. `slug` is what filter words and programs call it, and stays; `name` what people read, and
    `names` the same in other languages, by their codes. A retired one stays where it is, and is chosen no more."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    slug = models.CharField(max_length=LONGEST_OWN_WORD, unique=True)
    name = models.CharField(max_length=LONGEST_OWN_WORD)
    names = models.JSONField(default=dict, blank=True)
    position = models.PositiveIntegerField(default=0)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return own_name(self.name, self.names)


def own_name(name: str, names: dict[str, Any] | None) -> str:
    """What it is called in the reader's language."""
    return str((names or {}).get(get_language() or "") or name)
