"""The people we serve, their contact points, companies, what we note of them and what they agree to, which of them turned out to be one, and who was erased."""

from makegood.customers.models.company import Company, CompanyDomain
from makegood.customers.models.consent import Consent, Purpose
from makegood.customers.models.customer import ContactPoint, Customer
from makegood.customers.models.erasure import Erasure
from makegood.customers.models.merge import Merge
from makegood.customers.models.note import Note

__all__ = ["Company", "CompanyDomain", "Consent", "ContactPoint", "Customer", "Erasure", "Merge", "Note", "Purpose"]
