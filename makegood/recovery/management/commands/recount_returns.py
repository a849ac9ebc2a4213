"""`makegood recount-returns`: tell anew who came back, of all customers, and make the sums those of what was told."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from makegood.recovery import actions as recovery


class Command(BaseCommand):
    help = "Tell anew of all customers, imported ones too, whether they came back, and mend the sums that are read."

    def handle(self, *args: Any, **options: Any) -> None:
        seen, last = 0, recovery.note_all_customers()
        while last is not None:
            last = recovery.note_all_customers(after=last)
        while did := recovery.count_customers(at=timezone.now()):
            seen += did
        wrong = recovery.mend_customers()
        self.stdout.write(f"Looked at {seen} customers; {wrong} sums were wrong and are mended.")
