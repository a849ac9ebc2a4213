"""The people we serve, their contact points, which of them turned out to be one, and who was erased."""

from makegood.customers.models.customer import ContactPoint, Customer
from makegood.customers.models.erasure import Erasure
from makegood.customers.models.merge import Merge

__all__ = ["ContactPoint", "Customer", "Erasure", "Merge"]
