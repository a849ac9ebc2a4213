"""`makegood document-events` prints docs/events.md."""

from typing import Any

from django.core.management.base import BaseCommand

from makegood.events import catalogue


class Command(BaseCommand):
    help = "Print the list of all kinds of events."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(catalogue.markdown(), ending="")
