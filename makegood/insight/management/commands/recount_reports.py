"""`makegood recount-reports`: tell the figures of all cases anew, and make the sums those of what was told."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from makegood.insight import actions as insight
from makegood.insight.actions.mending import months


class Command(BaseCommand):
    help = (
        "Tell the figures of all cases and sales anew, imported ones too, and mend the sums that reports are read from."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        insight.begin_again(at=timezone.now())
        seen = 0
        while did := insight.bring_up_to_date(at=timezone.now()):
            seen += did
        last = insight.note_all_sales()
        while last is not None:
            last = insight.note_all_sales(after=last)
        while insight.count_sales(at=timezone.now()):
            pass
        wrong = insight.mend_sales() + sum(insight.mend(month) for month in months())
        self.stdout.write(f"Looked at {seen} cases; {wrong} sums were wrong and are mended.")
