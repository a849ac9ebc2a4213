"""The people we serve, their contact points, and which of them turned out to be one."""

from makegood.customers.models.customer import ContactPoint, Customer
from makegood.customers.models.merge import Merge

__all__ = ["ContactPoint", "Customer", "Merge"]
