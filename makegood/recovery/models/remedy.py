"""A remedy: what we owe one customer, for a broken promise or because somebody granted it. Money is Decimal."""

from decimal import Decimal

from django.db import models
from django.db.models import Q, Sum
from django.utils.translation import gettext_lazy as _

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.cases.models import Case
from makegood.cases.models.case import without_deleted
from makegood.customers.models import Customer
from makegood.events.keys import uuid7
from makegood.promises import money
from makegood.promises.models import Commitment
from makegood.promises.remedies import OF_MONEY, RemedyKind
from makegood.staff.models import Team, User

# Given by a code that stands in the letter.
BY_CODE = frozenset({RemedyKind.VOUCHER, RemedyKind.DELIVERY})


class RemedyState(models.TextChoices):
    OWED = "owed", _("Owed")
    GIVEN = "given", _("Given")
    REFUSED = "refused", _("Not wanted")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class RemedyQuerySet(models.QuerySet["Remedy"]):
    def visible_to(self, user: User) -> "RemedyQuerySet":
        """What a member of staff may see: remedies of brands that their teams serve, and of their teams."""
        return without_deleted(scope.within(self, user), user)

    def of_case(self, case: Case) -> "RemedyQuerySet":
        """What is owed in a case, newest first; what came over with a case that was merged into it, too."""
        return self.filter(case__in=Case.objects.part_of(case).values("pk")).order_by("-owed_at", "-id")

    def owed(self) -> "RemedyQuerySet":
        """Not given yet, the longest owed first."""
        return self.filter(state=RemedyState.OWED).order_by("owed_at", "id")

    def for_change(self) -> "RemedyQuerySet":
        """Locked until the transaction ends."""
        return self.select_for_update(of=("self",))

    def totals(self) -> dict[str, Decimal]:
        """The money in them by currency, to its smallest unit."""
        counted = self.filter(kind__in=OF_MONEY).order_by().values("currency").annotate(total=Sum("minor"))
        return {row["currency"]: money.of_minor(row["total"], row["currency"]) for row in counted}

    def chosen(self, most: int) -> "RemedyQuerySet":
        """The first `most`, in order, for other tables to be joined to: as of cases, lest all customers be walked."""
        keys = self.values("pk")[:most]
        return Remedy.objects.filter(pk__in=keys).order_by(*self.query.order_by)


class Remedy(models.Model):
    """What we owe a customer. `about` is the key (`C-…`, `O-…`) it concerns, `due` the promise that says by when.

    Money is kept as whole numbers of the currency's smallest unit, so that it adds up on every engine; read `amount`.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    commitment = models.ForeignKey(
        Commitment, on_delete=models.PROTECT, null=True, blank=True, related_name="remedies",
        help_text="The broken promise; none where somebody granted it.",
    )  # fmt: skip
    about = models.CharField(max_length=40)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="remedies")
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, db_index=False, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, db_index=False, related_name="+")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="remedies")
    kind = models.CharField(max_length=8, choices=RemedyKind.choices)
    minor = models.PositiveBigIntegerField(null=True, blank=True, help_text="Counted in the currency's smallest unit.")
    currency = models.CharField(max_length=3, blank=True)
    words = models.TextField(blank=True, help_text="Free text, in the customer's language.")
    name = models.CharField(max_length=120, blank=True, help_text="Who apologises or calls.")
    language = models.CharField(max_length=5)
    due = models.ForeignKey(
        Commitment, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    granted_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    counted_as = models.CharField(max_length=40, blank=True, help_text="The month that it was counted in, see Granted.")
    state = models.CharField(max_length=9, choices=RemedyState.choices, default=RemedyState.OWED)
    owed_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True, help_text="When the letter was written.")
    letter_to = models.CharField(
        max_length=320, blank=True, db_default="", help_text="Where it was sent once more; else to the customer."
    )
    undelivered = models.TextField(blank=True, db_default="", help_text="Why the last letter of it did not arrive.")
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(max_length=40, blank=True)

    objects = RemedyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["commitment", "kind"],
                condition=Q(commitment__isnull=False),
                name="remedy_once_a_broken_promise",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=sorted(OF_MONEY)) | Q(minor__gt=0) & ~Q(currency=""),
                name="remedy_money_has_amount",
            ),
        ]
        indexes = [
            models.Index(fields=["owed_at", "id"], condition=Q(state="owed"), name="remedy_owed"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.worth} {self.state}"

    @property
    def amount(self) -> Decimal | None:
        """How much, in `currency`; None where it is no money."""
        return money.of_minor(self.minor, self.currency) if self.minor is not None else None

    @property
    def worth(self) -> str:
        """Currency and amount for the log, such as EUR 10.00."""
        return f"{self.currency} {self.amount}" if self.minor is not None else ""
