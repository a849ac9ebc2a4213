"""`makegood recount-quality`: count what was left out, and make the sums of the quality page anew."""

from typing import Any

from django.core.management.base import BaseCommand

from makegood.quality import actions as quality


class Command(BaseCommand):
    help = "Count imported history and what a fault left out, price what had no rates, and make all sums anew."

    def handle(self, *args: Any, **options: Any) -> None:
        seen, priced = quality.see_past(), quality.price_past()
        quality.add_up()
        self.stdout.write(
            f"Looked at {seen} recoveries, remedies and closed cases; priced {priced}; sums are made anew."
        )
