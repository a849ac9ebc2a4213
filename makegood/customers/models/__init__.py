"""The people we serve, their contact points and companies, which of them turned out to be one, and who was erased."""

from makegood.customers.models.company import Company, CompanyDomain
from makegood.customers.models.customer import ContactPoint, Customer
from makegood.customers.models.erasure import Erasure
from makegood.customers.models.merge import Merge

__all__ = ["Company", "CompanyDomain", "ContactPoint", "Customer", "Erasure", "Merge"]
