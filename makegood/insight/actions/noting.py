"""Noting that something happened in cases, whose figures are then told anew: cheap, and done by all who see it."""

from collections.abc import Iterable

from makegood.cases.models import Case
from makegood.events.actions import verb
from makegood.insight.models import Uncounted


@verb
def note(refs: Iterable[str]) -> None:
    """Have the figures of some cases brought up to date, and of those that they are part of. Others are passed over."""
    found = Case.objects.filter(ref__in=[ref for ref in set(refs) if ref.startswith("C-")])
    keys = {key for pair in found.values_list("pk", "merged_into") for key in pair if key is not None}
    Uncounted.objects.bulk_create([Uncounted(case_id=key) for key in sorted(keys)], ignore_conflicts=True)
