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
    return customers.merge(work, into=home, by=bea, at=at)


def addresses(merge: Merge) -> dict[str, dict[str, Any]]:
    """What the addresses about customers take."""
    ref, company = merge.target.ref, merge.target.company
    assert company is not None
    return {
        **{name: {"ref": company.ref} for name in COMPANY},
        **{name: {"ref": ref} for name in PAGES},
        "customer-parting": {"ref": ref, "key": merge.pk},
    }
