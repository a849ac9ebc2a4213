"""What one customer's page shows: what this reader may see of what is theirs. Reads only."""

from typing import Any

from django.utils.translation import gettext as _

from makegood.brands.tones import Tone
from makegood.cases.models import Case, Shelf
from makegood.customers.models import Customer, Erasure, Note
from makegood.desk.customers import consents
from makegood.desk.sales import selling
from makegood.feedback.models import Closing, Went
from makegood.orders.models import Order
from makegood.promises.models import Commitment
from makegood.recovery import wording
from makegood.recovery.models import Recovery, Remedy
from makegood.staff.models import User

MOST = 20
MOST_NOTES = 100


def of(customer: Customer, user: User, *, after: str = "") -> dict[str, Any]:
    """The context of the page. `after` is a cursor into the cases; each list below them shows the newest alone."""
    cases = Case.objects.visible_to(user).filter(customer=customer, shelf=Shelf.NONE)
    remedies = Remedy.objects.visible_to(user).filter(customer=customer).select_related("case", "due")
    return {
        "customer": customer,
        "contacts": list(customer.contact_points.order_by("pk")),
        "cases": selling.page(cases, after=after),
        "orders": list(Order.objects.visible_to(user).of_customer(customer).select_related("brand")[:MOST]),
        "promised": list(promised_to(customer, user)[:MOST]),
        "recoveries": list(_recoveries(customer, user)[:MOST]),
        "remedies": [(one, wording.short(one)) for one in remedies.order_by("-owed_at", "-id")[:MOST]],
        "erasure": Erasure.objects.filter(customer=customer).select_related("by").first(),
        "notes": list(Note.objects.of_customer(customer).select_related("by", "changed_by")[:MOST_NOTES]),
        "consents": consents.of(customer),
        "purposes": consents.offered(),
        "tones": [("", _("As the brand usually does")), *Tone.choices],
        "answers": [(one, went(one)) for one in _answers(customer, user)[:MOST]],
        "merges": list(customer.merges.standing().select_related("source", "by")),
    }


def promised_to(customer: Customer, user: User) -> Any:
    """What was promised to them under any of the names we knew them by, the newest first."""
    known = Customer.objects.part_of(customer).values("pk")
    return Commitment.objects.visible_to(user).filter(customer__in=known).order_by("-made_at", "-id")


def _recoveries(customer: Customer, user: User) -> Any:
    return Recovery.objects.visible_to(user).filter(customer=customer).order_by("-opened_at", "-id")


def _answers(customer: Customer, user: User) -> Any:
    return Closing.objects.visible_to(user).answers_of(customer).select_related("case")


def went(one: Closing) -> str:
    """How it went for the customer, in words; empty where they did not say."""
    return str(Went(one.their_went).label) if one.their_went else ""
