"""A customer of the house of the permissions who turned out to be another, too. Only Hale knows either."""

import datetime as dt
from typing import Any

from makegood.brands.models import Brand
from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.customers.models import Merge
from makegood.staff.models import User

PAGES = (
    "customer",
    "customer-merging",
    "customer-export",
    "customer-erasure",
    "customer-unblocking",
    "customer-company",
    "customer-notes",
    "customer-tone",
    "customer-consents",
)
COMPANY = ("company", "company-record")


def build(brand: Brand, bea: User, *, at: dt.datetime) -> Merge:
    """Lena wrote from work and from home."""
    customers.add_company(name="Roth Hats", domains=["home.example"], by=bea, at=at)
    home, work = (
        customers.find_or_create(address=address, name="Lena Roth", at=at)
        for address in ("lena@home.example", "lena.roth@work.example")
    )
    for lena in (home, work):
        words = Words(text="Where is my hat?", sender=lena.address)
        cases.open_case(brand=brand, customer=lena, subject="My hat", words=words, channel="email", at=at)
    customers.write_note(home, text="She wears hats.", by=bea, at=at)
    said = {"purpose": "Newsletter", "said_on": at.date() - dt.timedelta(days=9), "source": "A form"}
    for is_given in (True, False):
        customers.note_consent(home, is_given=is_given, **said, by=bea, at=at)
    return customers.merge(work, into=home, by=bea, at=at)


def addresses(merge: Merge) -> dict[str, dict[str, Any]]:
    """What the addresses about customers take."""
    ref, company = merge.target.ref, merge.target.company
    assert company is not None
    note = merge.target.notes.get()
    return {
        **{name: {"ref": ref, "key": note.pk} for name in ("customer-note", "customer-note-removal")},
        **{name: {"ref": company.ref} for name in COMPANY},
        **{name: {"ref": ref} for name in PAGES},
        "customer-parting": {"ref": ref, "key": merge.pk},
    }
