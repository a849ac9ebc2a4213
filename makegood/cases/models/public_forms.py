"""Forms for customers, one a kind: what they are called there, and which fields they ask for."""

import dataclasses

from django.db import models

from makegood.cases.models.fields import Field, FieldType
from makegood.cases.models.kinds import Kind
from makegood.cases.models.own_words import LONGEST_OWN_WORD, own_name
from makegood.events.keys import uuid7

LONGEST_INTRODUCTION = 500


@dataclasses.dataclass(frozen=True)
class Asked:
    """A field that a form asks for. `required`: it is not sent without."""

    field: Field
    required: bool


class PublicFormQuerySet(models.QuerySet["PublicForm"]):
    def offered(self) -> "PublicFormQuerySet":
        """Those that customers can choose, in the order of their kinds."""
        shown = self.filter(is_offered=True, kind__retired_at=None)
        return shown.select_related("kind").order_by("kind__position", "kind")


class PublicForm(models.Model):
    """The form of a kind, the same for all brands. `names` and `introductions` are in other languages, by their codes;
    `asks` are keys of fields, as text, with whether each is required."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.OneToOneField(Kind, on_delete=models.PROTECT, related_name="form")
    is_offered = models.BooleanField(default=False)
    name = models.CharField(max_length=LONGEST_OWN_WORD)
    names = models.JSONField(default=dict, blank=True)
    introduction = models.CharField(max_length=LONGEST_INTRODUCTION, blank=True)
    introductions = models.JSONField(default=dict, blank=True)
    asks = models.JSONField(default=dict, blank=True)

    objects = PublicFormQuerySet.as_manager()

    def __str__(self) -> str:
        return own_name(self.name, self.names)

    @property
    def told(self) -> str:
        """What it begins with, in the reader's language."""
        return own_name(self.introduction, self.introductions)

    def asked(self) -> list[Asked]:
        """The fields it asks for that are in use, in their order. One question."""
        return [Asked(field, self.asks[str(field.pk)]) for field in askable(self.kind) if str(field.pk) in self.asks]


def askable(kind: Kind) -> list[Field]:
    """The fields that a form of this kind can ask for: never for a colleague, whose names are ours. One question."""
    ours = Field.objects.in_use().exclude(type=FieldType.PERSON)
    return [field for field in ours if field.is_of_kind(kind.pk)]
