"""`makegood erase CUSTOMER`: a customer is erased, and at once, without waiting for the worker."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from makegood.clockwork import erasing
from makegood.customers import actions as customers
from makegood.customers.addresses import fold
from makegood.customers.models import ContactPoint, Customer, Erasure
from makegood.recovery.leaving import hindrance
from makegood.staff.models import User
from makegood.staff.models import fold as fold_own
from makegood.staff.permissions import ERASE_CUSTOMERS, may


class Command(BaseCommand):
    help = "Erase a customer for good: words, files, mails, addresses. Figures, ledger and seals stay."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("customer", metavar="CUSTOMER", help="reference (K-…) or mail address")
        parser.add_argument("--by", required=True, metavar="STAFF_EMAIL", help="the administrator who wants it")

    def handle(self, *args: Any, **options: Any) -> None:
        by = User.objects.working().filter(email=fold_own(options["by"])).first()
        if by is None or not may(by, ERASE_CUSTOMERS):
            raise CommandError(f"Nobody who may erase customers signs in as {options['by']}.")
        customer = _named(options["customer"])
        if customer is None:
            raise CommandError(f"There is no customer {options['customer']}.")
        if told := hindrance(customer):
            raise CommandError(told)
        erasure = customers.erase(customer, by=by, at=timezone.now())
        while Erasure.objects.running().filter(pk=erasure.pk).exists():
            erasing.work(at=timezone.now())
        erasure.refresh_from_db()
        self.stdout.write(
            f"{customer.ref} is erased: {erasure.cases} cases, {erasure.messages} messages, {erasure.files} files, "
            f"{erasure.mails} mails. Copies in backups stay until these are deleted."
        )


def _named(words: str) -> Customer | None:
    if "@" in words:
        return Customer.objects.behind(ContactPoint.Kind.EMAIL, fold(words))
    found = Customer.objects.filter(ref=words.upper()).first()
    return found.present if found else None
