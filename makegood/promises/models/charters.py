"""The charter: promises as data."""

from django.db import models

from makegood.brands.models import Brand
from makegood.events.keys import uuid7
from makegood.promises.remedies import OF_MONEY, RemedyKind, RemedyTerms


class Form(models.TextChoices):
    """The two forms that say everything."""

    WITHIN = "within"
    NEVER = "never"


class Hours(models.TextChoices):
    """Which time counts: every hour, or the brand's opening hours."""

    ALWAYS = "always"
    OPENING = "opening"


class CharterVersion(models.Model):
    """The promises of a brand as they stand from `valid_from`. Never changed once published."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, related_name="charters")
    number = models.PositiveIntegerField()
    valid_from = models.DateTimeField()
    published_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["brand", "number"], name="charter_version_once")]
        ordering = ["-valid_from", "-number"]

    def __str__(self) -> str:
        return f"{self.brand} {self.number}"


class CharterLine(models.Model):
    """One promise, as data: after A, B within T; or after A, never B within T.

    `starts_on` (A) and `ends_on` (B) are lists of event names; `amount` and `unit` give T, empty for "until closed";
    `scope` maps a facet to the values it must have; `unless` lists keys of promises that must not be running. What is
    owed when it is broken stands in the columns that begin with `remedy_`; read them as `remedy`.
    """

    class Unit(models.TextChoices):
        SECONDS = "seconds"
        MINUTES = "minutes"
        HOURS = "hours"
        DAYS = "days"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.ForeignKey(CharterVersion, on_delete=models.CASCADE, related_name="lines")
    key = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    form = models.CharField(max_length=6, choices=Form.choices)
    starts_on = models.JSONField(default=list)
    ends_on = models.JSONField(default=list)
    amount = models.PositiveIntegerField(null=True, blank=True)
    unit = models.CharField(max_length=7, choices=Unit.choices, default=Unit.HOURS)
    hours = models.CharField(max_length=7, choices=Hours.choices, default=Hours.OPENING)
    pauses_on = models.JSONField(default=list, blank=True)
    resumes_on = models.JSONField(default=list, blank=True)
    excused_on = models.JSONField(default=list, blank=True)
    unless = models.JSONField(default=list, blank=True)
    scope = models.JSONField(default=dict, blank=True)
    remedy_kind = models.CharField(max_length=8, choices=RemedyKind.choices, blank=True)
    remedy_days = models.PositiveSmallIntegerField(default=0)
    remedy_amount = models.DecimalField(max_digits=15, decimal_places=3, null=True, blank=True)
    remedy_currency = models.CharField(max_length=3, blank=True)
    remedy_words = models.JSONField(default=dict, blank=True)
    remedy_person = models.CharField(max_length=12, blank=True, help_text="Key of whoever apologises or calls.")
    remedy_name = models.CharField(max_length=120, blank=True, help_text="What they were called when it was promised.")

    class Meta:
        ordering = ["position", "key"]
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="charter_line_once"),
            models.CheckConstraint(
                condition=~models.Q(remedy_kind__in=sorted(OF_MONEY))
                | models.Q(remedy_amount__gt=0) & ~models.Q(remedy_currency=""),
                name="charter_line_money_has_amount",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def remedy(self) -> RemedyTerms | None:
        """What is owed when the promise is broken; None where the charter names nothing."""
        if not self.remedy_kind:
            return None
        return RemedyTerms(
            kind=self.remedy_kind,
            days=self.remedy_days,
            amount=self.remedy_amount,
            currency=self.remedy_currency,
            words=self.remedy_words,
            person=self.remedy_person,
            name=self.remedy_name,
        )
