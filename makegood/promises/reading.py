"""Reading the ledger: of a case, a customer, a member of staff, a brand; by what, and by when."""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.calendars import our_days
from makegood.customers.models import Customer
from makegood.promises import ledger_words, sentences
from makegood.promises.models import Commitment, LedgerEntry
from makegood.promises.models.ledger import LedgerEntryQuerySet
from makegood.staff.models import User
from makegood.staff.permissions import SEE_ALL, may

PAGE = 50
# However few of them fit, a page looks at no more entries, and says where the next goes on.
LOOKED_AT = 10_000
CHUNK = 1000
# The head of an exported table: names that stay, whatever the language.
COLUMNS = (
    *("at", "kind", "reason", "by", "due_at", "promise", "about"),
    *("brand", "customer", "promised_by", "commitment", "entry"),
)


def _day() -> forms.DateInput:
    return forms.DateInput({"type": "date"})


class LedgerForm(forms.Form):
    """Which entries; each field narrows."""

    about = forms.CharField(label=_("Case or order"), max_length=40, required=False)
    customer = forms.CharField(label=_("Customer"), max_length=40, required=False, help_text=_("Such as K-7F3K9Q"))
    staff = forms.CharField(label=_("Member of staff"), max_length=40, required=False, help_text=_("Such as S-7F3K9Q"))
    brand = forms.ChoiceField(label=_("Brand"), required=False)
    promise = forms.ChoiceField(label=_("Promise"), required=False)
    kind = forms.ChoiceField(label=_("What happened"), required=False)
    since = forms.DateField(label=_("From day"), required=False, widget=_day(), validators=[our_days.validate])
    until = forms.DateField(
        label=_("Up to and including"), required=False, widget=_day(), validators=[our_days.validate]
    )

    def __init__(self, data: Any, *, user: User) -> None:
        super().__init__(data)
        everything = ("", _("All"))
        brands = Brand.objects.all() if may(user, SEE_ALL) else Brand.objects.filter(pk__in=scope.of(user).brands)
        # One of the organisation's own may be asked for by its key.
        names = sorted({*sentences.names(), data.get("promise", "")} - {""})
        self._choices("brand", [everything, *((brand.slug, brand.name) for brand in brands)])
        self._choices("promise", [everything, *((key, sentences.name(key)) for key in names)])
        self._choices("kind", [everything, *((kind.value, word) for kind, word in ledger_words.KINDS.items())])

    @property
    def finds_few(self) -> bool:
        """Whether what is asked for is found along an index; call it on a valid form."""
        return bool(self.cleaned_data["about"] or self.cleaned_data["customer"])

    def _choices(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def narrow(self, entries: LedgerEntryQuerySet) -> LedgerEntryQuerySet:
        """The entries asked for; call it on a valid form."""
        asked = self.cleaned_data
        if asked["about"]:
            entries = _of(entries, Q(about=asked["about"].strip()))
        if asked["customer"]:
            entries = _of(entries, _made_to(asked["customer"].strip().upper()))
        if asked["staff"]:
            key = asked["staff"].strip().upper()
            entries = entries.filter(Q(by=key) | Q(commitment__promised_by__ref=key))
        if asked["brand"]:
            entries = entries.filter(commitment__brand__slug=asked["brand"])
        if asked["promise"]:
            entries = entries.filter(commitment__key=asked["promise"])
        if asked["kind"]:
            entries = entries.filter(kind=asked["kind"])
        if asked["since"]:
            entries = entries.filter(at__gte=_midnight(asked["since"]))
        if asked["until"]:
            entries = entries.filter(at__lt=_midnight(asked["until"] + dt.timedelta(days=1)))
        return entries


def _made_to(ref: str) -> Q:
    """To a customer, and to all who turned out to be the same person: their promises stay in their own names."""
    customer = Customer.objects.filter(ref=ref).first()
    return Q(customer__in=Customer.objects.part_of(customer).values("pk")) if customer else Q(pk__in=[])


def _of(entries: LedgerEntryQuerySet, which: Q) -> LedgerEntryQuerySet:
    """The entries of a few commitments, found by their index first: a walk along the whole ledger would take long."""
    return entries.filter(commitment__in=list(Commitment.objects.filter(which).values_list("pk", flat=True)))


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


@dataclasses.dataclass(frozen=True)
class Page:
    """Entries, who did what in them by key, and the key behind the last one that was looked at ("" at the end).
    `is_cut`: more may fit before the next page."""

    entries: list[LedgerEntry]
    names: dict[str, str]
    next: str
    is_cut: bool = False


def page(entries: LedgerEntryQuerySet, *, behind: str = "", are_few: bool = False) -> Page:
    """One page, newest first. A key that makes no sense begins again. `are_few`: they are found along an index, and not
    by a walk along the whole ledger, which ends after LOOKED_AT."""
    key = _key(behind)
    end = None if are_few else _end(key)
    if end is not None:
        entries = entries.filter(pk__gte=end)
    found = list(_behind(entries, key).for_rows()[: PAGE + 1])
    more, found = len(found) > PAGE, found[:PAGE]
    following = found[-1].pk if more else end
    return Page(
        entries=found, names=_names(found), next=str(following or ""), is_cut=not more and following is not None
    )


def _behind(entries: LedgerEntryQuerySet, key: uuid.UUID | None) -> LedgerEntryQuerySet:
    entries = entries.newest_first()
    return entries.before(key) if key is not None else entries


def _end(key: uuid.UUID | None) -> uuid.UUID | None:
    """The last entry that is looked at from a place on, if any lies behind it."""
    walked = _behind(LedgerEntry.objects.all(), key).values_list("pk", flat=True)
    ends = list(walked[LOOKED_AT - 1 : LOOKED_AT + 1])
    return ends[0] if len(ends) > 1 else None


def _key(written: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(written)
    except ValueError:
        return None


def _names(entries: list[LedgerEntry]) -> dict[str, str]:
    """Of staff by one query; of customers from their own commitments."""
    people = {one.ref: str(one) for entry in entries if (one := entry.commitment.customer) is not None}
    keys = {entry.by for entry in entries if entry.by.startswith("S-")}
    return people | dict(User.objects.filter(ref__in=keys).values_list("ref", "name")) if keys else people


def rows(entries: LedgerEntryQuerySet) -> Iterator[list[str]]:
    """All of them as a table of texts, its head first; a thousand at a time, so that none waits in memory."""
    yield list(COLUMNS)
    left = entries.newest_first()
    while some := list(left.for_rows()[:CHUNK]):
        yield from (_row(entry) for entry in some)
        left = entries.newest_first().before(some[-1].pk)


def _row(entry: LedgerEntry) -> list[str]:
    one = entry.commitment
    return [
        *(_moment(entry.at), entry.kind, entry.reason, entry.by, _moment(entry.due_at), one.key, one.about),
        *(one.brand.slug, one.customer.ref if one.customer else "", one.promised_by.ref if one.promised_by else ""),
        *(str(one.pk), str(entry.pk)),
    ]


def _moment(at: dt.datetime | None) -> str:
    return at.astimezone(dt.UTC).isoformat(timespec="seconds") if at else ""
