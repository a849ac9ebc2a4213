"""The case and the people in its conversation."""

import datetime as dt
import functools
import operator
import uuid
from collections.abc import Iterable
from typing import Any, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.cases.models.kinds import Kind
from makegood.cases.models.listed import COLUMNS, ListedCase
from makegood.cases.models.rows_compared import Compared
from makegood.cases.models.tag_names import tag_names
from makegood.customers.models import Customer
from makegood.events.keys import uuid7
from makegood.staff import permissions
from makegood.staff.models import Team, User

# Nothing owed sorts last, and an index needs a value to sort by.
NOTHING_DUE = dt.datetime(9999, 1, 1, tzinfo=dt.UTC)


class CaseState(models.TextChoices):
    NEW = "new", _("New")
    WAITING_FOR_US = "waiting", _("Waiting for us")
    WAITING_FOR_CUSTOMER = "pending", _("Waiting for the customer")
    RESOLVED = "resolved", _("Resolved")
    CLOSED = "closed", _("Closed")


OPEN_STATES = (CaseState.NEW, CaseState.WAITING_FOR_US, CaseState.WAITING_FOR_CUSTOMER)


class Shelf(models.TextChoices):
    """Where a case lies that nobody works on, whatever its state."""

    NONE = "", _("In work")
    JUNK = "junk", _("Junk")
    DELETED = "deleted", _("Deleted")
    MERGED = "merged", _("Merged")


Rows = TypeVar("Rows", bound=models.QuerySet[Any, Any])


def is_deleted(through: str) -> Q:
    """That a case was deleted, or the one that it became part of. `through` is the way to it (`case__`)."""
    ways = (through, f"{through}merged_into__", f"{through}merged_into__merged_into__")
    return functools.reduce(operator.or_, (Q((f"{way}shelf", Shelf.DELETED)) for way in ways))


def without_deleted(rows: Rows, user: User) -> Rows:
    """Of what hangs on cases, by its `case`, that of cases which were not deleted, or that this person may see deleted."""
    return rows if permissions.may(user, permissions.DELETE_CASES) else rows.exclude(is_deleted("case__"))


class CaseQuerySet(models.QuerySet["Case"]):
    def visible_to(self, user: User) -> "CaseQuerySet":
        """What a member of staff may see: the cases of brands that their teams serve, of their teams, and those in which
        somebody named them. Deleted ones only if they may delete."""
        named = Case.objects.filter(messages__mentions__staff=user).order_by().values("pk")
        seen = scope.within(self, user, own=Q(owner=user) | Q(pk__in=named))
        return seen if permissions.may(user, permissions.DELETE_CASES) else seen.exclude(shelf=Shelf.DELETED)

    def part_of(self, case: "Case") -> "CaseQuerySet":
        """A case, those that were merged into it, and those that had been merged into these."""
        return self._with_merged(Q(pk=case.pk), Q(merged_into=case))

    def parts_of(self, keys: Iterable[uuid.UUID]) -> "CaseQuerySet":
        """The same of several, by their keys."""
        return self._with_merged(Q(pk__in=keys), Q(merged_into__in=keys))

    def _with_merged(self, itself_is: Q, merged_is: Q) -> "CaseQuerySet":
        itself = Case.objects.filter(itself_is).values("pk")
        merged = Case.objects.filter(merged_is).values("pk")
        earlier = Case.objects.filter(merged_into__in=merged).values("pk")
        # Each found along its index: of one condition with OR, PostgreSQL would make a walk through all cases.
        return self.filter(pk__in=itself.union(merged, earlier))

    def in_work(self) -> "CaseQuerySet":
        """Open and not on a shelf: the inbox."""
        return self.filter(is_open=True)

    def shelved(self, shelf: Shelf) -> "CaseQuerySet":
        """On one shelf. Says twice that it is on one, in the words of the index, or SQLite would not use it."""
        return self.exclude(shelf=Shelf.NONE).filter(shelf=shelf)

    def unfinished(self) -> "CaseQuerySet":
        """In work, or snoozed."""
        return self.filter(Q(is_open=True) | Q(returns_at__isnull=False))

    def snoozed(self) -> "CaseQuerySet":
        """Out of the lists until their time."""
        return self.filter(returns_at__isnull=False)

    def awaited(self, until: dt.datetime) -> "CaseQuerySet":
        """Those in which an answer was awaited until then or earlier, in order."""
        return self.filter(awaited_until__isnull=False, awaited_until__lte=until).order_by("awaited_until", "id")

    def next_back_first(self) -> "CaseQuerySet":
        """The order of snoozed cases. Keyset: (returns_at, id)."""
        return self.order_by("returns_at", "id")

    def back_after(self, returns_at: dt.datetime, key: uuid.UUID) -> "CaseQuerySet":
        """The rows behind one row, in the order of snoozed cases."""
        return self.filter(Compared("returns_at", ">", returns_at, key))

    def next_promise_first(self) -> "CaseQuerySet":
        """The order of the inbox. Keyset: (next_due_at, id)."""
        return self.order_by("next_due_at", "id")

    def after(self, due_at: dt.datetime, key: uuid.UUID) -> "CaseQuerySet":
        """The rows behind one row, in the order of the inbox."""
        return self.filter(Compared("next_due_at", ">", due_at, key))

    def newest_words_first(self) -> "CaseQuerySet":
        """The order of all cases. Keyset: (-last_at, -id)."""
        return self.order_by("-last_at", "-id")

    def before(self, last_at: dt.datetime, key: uuid.UUID) -> "CaseQuerySet":
        """The rows behind one row, in the order of all cases."""
        return self.filter(Compared("last_at", "<", last_at, key))

    def chosen(self, most: int) -> "CaseQuerySet":
        """The first `most`, in order, for other tables to be joined to. They are chosen by an index of cases alone:
        with a join in the same query SQLite begins with the smaller table and sorts all cases there are."""
        keys = self.values("pk")[:most]
        return Case.objects.filter(pk__in=keys).order_by(*self.query.order_by)

    def listed(self) -> list[ListedCase]:
        """All that rows of a list show, and nothing else, in one query."""
        return [ListedCase(*columns) for columns in self.for_lists()]

    def for_lists(self) -> "models.QuerySet[Case, Any]":
        """The columns of a ListedCase."""
        return self.values_list(*COLUMNS, tag_names())

    def for_pages(self) -> "CaseQuerySet":
        """With all that a page about one case shows, in one query."""
        return self.select_related("customer__company", "owner", "team", "brand", "kind")


class Case(models.Model):
    """One matter of one customer, from first word to last. Owned by a person, or else by its team's duty rota."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    ref = models.CharField(max_length=12, unique=True)
    # No index of their own: a brand or a team has more cases than an index helps to find, a customer's begins another.
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, db_index=False, related_name="cases")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, db_index=False, related_name="cases")
    owner = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="cases")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, db_index=False, related_name="cases")
    # Indexed below where there is one: of an index full of empty values the planner expects nothing.
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="merged"
    )
    kind = models.ForeignKey(
        Kind, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="cases"
    )
    follows = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, db_index=False, related_name="followed_by"
    )
    subject = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=8, choices=CaseState.choices, default=CaseState.NEW)
    shelf = models.CharField(max_length=7, choices=Shelf.choices, default=Shelf.NONE, blank=True)
    is_open = models.BooleanField(
        default=True, help_text="State is an open one, it lies on no shelf, and is not snoozed."
    )
    channel = models.CharField(max_length=10)
    language = models.CharField(max_length=5, default="en")
    opened_at = models.DateTimeField()
    last_at = models.DateTimeField(help_text="When the last message came or went.")
    last_from_customer_at = models.DateTimeField(null=True, blank=True)
    next_due_at = models.DateTimeField(
        default=NOTHING_DUE, help_text="Copy of the earliest owed commitment's due time."
    )
    snoozed_until = models.DateTimeField(null=True, blank=True, help_text="It is wanted back then.")
    returns_at = models.DateTimeField(
        null=True, blank=True, help_text="When a snoozed case comes back: then, or in time for a promise."
    )
    returned_at = models.DateTimeField(null=True, blank=True, help_text="When it last came back.")
    awaited_since = models.DateTimeField(
        null=True,
        blank=True,
        help_text="When we asked what they have not answered: somebody is told, or was, if none comes.",
    )
    awaited_until = models.DateTimeField(
        null=True, blank=True, help_text="If no answer has come by then, the owner is told."
    )
    nudge_at = models.DateTimeField(
        null=True, blank=True, help_text="When the customer is reminded by itself, or the case resolved, if none comes."
    )
    nudge = models.JSONField(
        default=dict,
        db_default={},
        blank=True,
        help_text="How: by (who asked), since, resolves (days after it), step (what falls due).",
    )
    resolved_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(
        null=True, blank=True, help_text='When words after "resolved" made us ask: thanks, or not solved?'
    )
    told_why_at = models.DateTimeField(null=True, blank=True)
    message_count = models.PositiveIntegerField(default=0)

    objects = CaseQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["next_due_at", "id"], condition=Q(is_open=True), name="case_inbox"),
            models.Index(fields=["owner", "next_due_at", "id"], condition=Q(is_open=True), name="case_owner_inbox"),
            models.Index(fields=["team", "next_due_at", "id"], condition=Q(is_open=True), name="case_team_inbox"),
            models.Index(
                fields=["next_due_at", "id"], condition=Q(is_open=True, owner=None), name="case_unowned_inbox"
            ),
            models.Index(fields=["last_at", "id"], condition=Q(shelf=""), name="case_all"),
            models.Index(fields=["opened_at", "id"], condition=Q(shelf=""), name="case_opened"),
            models.Index(fields=["shelf", "last_at", "id"], condition=~Q(shelf=""), name="case_shelf"),
            models.Index(fields=["returns_at", "id"], condition=Q(returns_at__isnull=False), name="case_snoozed"),
            models.Index(fields=["awaited_until", "id"], condition=Q(awaited_until__isnull=False), name="case_awaited"),
            models.Index(fields=["nudge_at", "id"], condition=Q(nudge_at__isnull=False), name="case_to_nudge"),
            models.Index(fields=["resolved_at"], condition=Q(state="resolved"), name="case_to_close"),
            models.Index(fields=["customer", "last_at"], name="case_customer"),
            models.Index(fields=["merged_into"], condition=Q(merged_into__isnull=False), name="case_merged_into"),
            models.Index(fields=["follows"], condition=Q(follows__isnull=False), name="case_follows"),
            models.Index(fields=["kind"], condition=Q(kind__isnull=False), name="case_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.subject}"

    @property
    def present(self) -> "Case":
        """The case that this one is part of now: itself, or the one that it was merged into."""
        found = self
        while found.merged_into is not None:
            found = found.merged_into
        return found

    @property
    def has_due(self) -> bool:
        return self.next_due_at < NOTHING_DUE

    @property
    def is_unfinished(self) -> bool:
        """In work, or it would be if it were not snoozed."""
        return self.shelf == Shelf.NONE and (self.state in OPEN_STATES or self.asked_at is not None)

    @property
    def tag_names(self) -> list[str]:
        """The names of its tags. Lists read `taggings__tag__merged_into` beforehand."""
        borne = (one.tag for one in self.taggings.all() if one.tag.removed_at is None)
        return sorted({tag.present.name for tag in borne}, key=str.casefold)

    @property
    def facets(self) -> dict[str, str]:
        """What charters and figures may ask about its events."""
        return {
            "brand": str(self.brand_id),
            "team": str(self.team_id),
            "customer": str(self.customer_id),
            "channel": self.channel,
            "language": self.language,
        }


class Party(models.Model):
    """An address in the conversation of a case. Its key signs what places a mail here, and opens the case's page."""

    class Role(models.TextChoices):
        CUSTOMER = "customer"
        COPIED = "copied"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="parties")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    address = models.CharField(max_length=320, blank=True)
    name = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=8, choices=Role.choices, default=Role.CUSTOMER)
    key = models.CharField(max_length=16, unique=True)
    mail_revoked_at = models.DateTimeField(null=True, blank=True)
    link_revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "address"], name="party_once_a_case")]

    def __str__(self) -> str:
        return self.address or self.name
