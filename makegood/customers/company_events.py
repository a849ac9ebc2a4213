"""What can happen to a company's record, and to whom belongs to it."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("company.added", gettext_noop("%(by)s added this company"))
class Added:
    """`people`: how many customers, known by their mail domains, belong to it at once."""

    people: int


@event("company.changed", gettext_noop("%(by)s changed this company"))
class Changed:
    """`people`: how many customers belong to it for the new mail domains."""

    people: int


@event("customer.joined_company", gettext_noop("%(by)s said that this customer belongs to the company %(company)s"))
class Joined:
    company: str


@event(
    "customer.left_company", gettext_noop("%(by)s said that this customer does not belong to the company %(company)s")
)
class Left:
    company: str
