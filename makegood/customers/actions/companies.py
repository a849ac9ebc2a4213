"""Companies: kept by staff, with the mail domains by which their people are known, and who belongs to which."""

import datetime as dt
import re

from django.db.models import Q
from django.utils.translation import gettext as _

from makegood.customers import free_mail
from makegood.customers.addresses import ascii_domain
from makegood.customers.company_events import Added, Changed, Joined, Left
from makegood.customers.models import Company, CompanyDomain, ContactPoint, Customer
from makegood.customers.models.company import fold_name
from makegood.customers.naming import clean
from makegood.events.actions import record, verb
from makegood.events.keys import free_reference
from makegood.events.refusals import Refusal
from makegood.staff.models import User

DOMAIN = re.compile(r"^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$")
MOST_DOMAINS = 50


@verb
def add_company(*, name: str, domains: list[str], by: User, at: dt.datetime) -> Company:
    """Write a company down. Customers with an address at one of its domains belong to it, but for those of whom a person
    has said where they belong. Raises Refusal for a name or a domain that another has, and for providers' domains."""
    wanted = _domains(domains, of=None)
    company = Company(ref=free_reference("B", taken=lambda ref: Company.objects.filter(ref=ref).exists()))
    _name(company, name)
    company.save(force_insert=True)
    record(Added(people=_know_by(company, wanted)), about=company.ref, by=by.key, at=at)
    return company


@verb
def change_company(company: Company, *, name: str, domains: list[str], by: User, at: dt.datetime) -> Company:
    """Give it another name, or other domains. Who belongs to it for a domain that goes, stays. Raises Refusal likewise."""
    held = Company.objects.select_for_update(of=("self",)).get(pk=company.pk)
    wanted = _domains(domains, of=held)
    before = set(held.domains.values_list("domain", flat=True))
    if wanted == before and clean(name) == held.name:
        return held
    _name(held, name)
    held.save(update_fields=["name", "key"])
    held.domains.exclude(domain__in=wanted).delete()
    record(Changed(people=_know_by(held, wanted - before)), about=held.ref, by=by.key, at=at)
    return held


@verb
def place(customer: Customer, company: Company | None, *, by: User, at: dt.datetime) -> Customer:
    """A person says to which company a customer belongs, or that it is none: no domain says otherwise from then on."""
    held = Customer.objects.select_for_update(of=("self",)).select_related("company").get(pk=customer.pk)
    before = held.company
    held.company, held.is_placed = company, True
    held.save(update_fields=["company", "is_placed"])
    if before is not None and before != company:
        record(Left(company=before.ref), about=held.key, by=by.key, at=at)
    if company is not None and before != company:
        record(Joined(company=company.ref), about=held.key, by=by.key, at=at)
    return held


def _name(company: Company, name: str) -> None:
    company.name = clean(name)
    company.key = fold_name(company.name)
    if not company.key:
        raise Refusal(_("A company needs a name."), field="name")
    if Company.objects.filter(key=company.key).exclude(pk=company.pk).exists():
        raise Refusal(_("There is a company of this name already."), field="name")


def _domains(typed: list[str], *, of: Company | None) -> set[str]:
    """In the form in which they are kept."""
    wanted = {ascii_domain(one.strip().lower().removeprefix("@")) for one in typed if one.strip()}
    if len(wanted) > MOST_DOMAINS:
        raise Refusal(_("A company has at most %(most)d mail domains.") % {"most": MOST_DOMAINS}, field="domains")
    for one in sorted(wanted):
        if not DOMAIN.match(one):
            raise Refusal(_("“%(domain)s” is no mail domain, such as acme.example.") % {"domain": one}, field="domains")
        if free_mail.is_free(one):
            told = _(
                "At “%(domain)s” anybody may have an address, so it says nothing of a company. Say by hand who belongs to it."
            )
            raise Refusal(told % {"domain": one}, field="domains")
    taken = CompanyDomain.objects.filter(domain__in=wanted).exclude(company=of).order_by("domain").first()
    if taken is not None:
        raise Refusal(
            _("“%(domain)s” is the mail domain of another company.") % {"domain": taken.domain}, field="domains"
        )
    return wanted


def _know_by(company: Company, domains: set[str]) -> int:
    """Keep new domains; how many customers belong to the company for them."""
    new = [CompanyDomain(company=company, domain=domain) for domain in sorted(domains)]
    CompanyDomain.objects.bulk_create(new)
    if not new:
        return 0
    there = Q()
    for one in new:
        there |= one.holds()
    reached = ContactPoint.objects.filter(there, kind=ContactPoint.Kind.EMAIL).values("customer")
    free = Customer.objects.present().filter(company=None, is_placed=False)
    return free.filter(pk__in=reached).update(company=company)
