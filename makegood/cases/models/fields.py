"""Fields of the organisation's own: what they are called and take, and what stands in them."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from makegood.cases.models.case import Case
from makegood.cases.models.own_words import OwnWord, OwnWordQuerySet, own_name
from makegood.events.keys import uuid7
from makegood.orders.models import Order
from makegood.staff.models import User

LONGEST_HELP, LONGEST_KEY = 200, 100


class FieldType(models.TextChoices):
    TEXT = "text", pgettext_lazy("a field", "Text")
    NUMBER = "number", pgettext_lazy("a field", "Number")
    DATE = "date", pgettext_lazy("a field", "Date")
    CHOICE = "choice", pgettext_lazy("a field", "One choice")
    CHOICES = "choices", pgettext_lazy("a field", "Several choices")
    PERSON = "person", pgettext_lazy("a field", "A colleague")
    ORDER = "order", pgettext_lazy("a field", "One of the customer’s orders")


OF_CHOICE = (FieldType.CHOICE, FieldType.CHOICES)


class Needed(models.TextChoices):
    """When our people must have filled a field in. A customer is answered all the same."""

    NEVER = "never", _("Never")
    TO_RESOLVE = "resolve", _("To resolve the case")
    ALWAYS = "always", _("Always, when the fields are saved")


class FieldQuerySet(OwnWordQuerySet["Field"]):
    def to_resolve(self) -> "FieldQuerySet":
        """Those without which no case is resolved."""
        return self.filter(retired_at=None).exclude(needed=Needed.NEVER)


class Field(OwnWord):
    """A field of cases. `kinds`: keys of the kinds that have it, as text; empty: all cases have it. `choices`:
    [{"slug", "name", "names", "retired"}], in order."""

    type = models.CharField(max_length=7, choices=FieldType.choices, default=FieldType.TEXT)
    needed = models.CharField(max_length=7, choices=Needed.choices, default=Needed.NEVER)
    help = models.CharField(max_length=LONGEST_HELP, blank=True)
    helps = models.JSONField(default=dict, blank=True)
    choices = models.JSONField(default=list, blank=True)
    kinds = models.JSONField(default=list, blank=True)

    objects = FieldQuerySet.as_manager()

    class Meta(OwnWord.Meta):
        abstract = False

    def is_of(self, case: Case) -> bool:
        """Whether a case of this kind has it."""
        return self.is_of_kind(case.kind_id)

    def is_of_kind(self, kind: uuid.UUID | None) -> bool:
        """Whether cases of the kind of this key have it; None: cases of no kind."""
        return not self.kinds or str(kind) in self.kinds

    @property
    def told(self) -> str:
        """What helps to fill it in, in the reader's language."""
        return own_name(self.help, self.helps)

    def place(self, slug: str) -> int:
        """Where a choice stands among the others."""
        return next((place for place, one in enumerate(self.choices) if one["slug"] == slug), len(self.choices))

    def choice(self, slug: str) -> str:
        """What a choice is called in the reader's language; its slug where there is none such any more."""
        return next((own_name(one["name"], one["names"]) for one in self.choices if one["slug"] == slug), slug)


class FieldValue(models.Model):
    """What stands in a field of a case; of several choices a row each. By the type of the field it is `text`, `number`,
    `day`, a `person` or an `order`, with the `text` a customer wrote for it, who may have no such order. `key` is what it is found by: the folded text, a choice's slug, a reference."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="field_values")
    field = models.ForeignKey(Field, on_delete=models.PROTECT, db_index=False, related_name="values")
    slot = models.CharField(max_length=64, blank=True, help_text="Which of several choices it is.")
    key = models.CharField(max_length=LONGEST_KEY, blank=True)
    text = models.TextField(blank=True)
    number = models.DecimalField(max_digits=20, decimal_places=6, null=True, blank=True)
    day = models.DateField(null=True, blank=True)
    person = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    order = models.ForeignKey(Order, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    found_at = models.BigIntegerField(null=True, blank=True, help_text="Its row of SQLite's search index.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "field", "slot"], name="field_value_once_a_slot")]
        indexes = [
            models.Index(fields=["field", "key"], name="field_value_key"),
            models.Index(fields=["field", "number"], condition=Q(number__isnull=False), name="field_value_number"),
            models.Index(fields=["field", "day"], condition=Q(day__isnull=False), name="field_value_day"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.field_id}"


class FieldChange(models.Model):
    """What stood in a field before and after, in words. The log of events names its key alone, so that the words can be
    erased. `from_customer`: the customer filled it in, and sees it on their page."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="field_changes")
    field = models.ForeignKey(Field, on_delete=models.PROTECT, db_index=False, related_name="+")
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    from_customer = models.BooleanField(default=False, db_default=False)

    def __str__(self) -> str:
        return f"{self.case_id} {self.field_id}"
