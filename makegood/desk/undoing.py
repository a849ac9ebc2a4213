"""Which of the things that happened in a case one press takes back, beside the line that tells of them."""

import dataclasses
import uuid
from collections.abc import Sequence

from django.utils.translation import gettext as _

from makegood.cases.models import Case, Merge, Shelf, Split
from makegood.events.models import Event

OTHER = {
    "case.merged": "source",
    "case.split": "to",
    "case.split_off": "source",
    "case.split_undone": "other",
    "case.split_taken_back": "other",
    "case.parted": "other",
}


@dataclasses.dataclass(frozen=True)
class Undo:
    """The address that takes it back, with its key, and what its button says."""

    address: str
    key: uuid.UUID
    label: str


def other_in(event: Event) -> str:
    """The reference of the other case that an event tells of; "" where it tells of none."""
    return str(event.data.get(OTHER.get(event.name, ""), ""))


def of(case: Case, events: Sequence[Event]) -> dict[uuid.UUID, Undo]:
    """By the event: what can be undone now. Asks nothing where no event tells of a merge or a split."""
    names = {event.name for event in events}
    if case.shelf != Shelf.NONE:
        return {}
    found: dict[tuple[str, str], Undo] = {}
    if "case.merged" in names:
        for key, ref in Merge.objects.filter(target=case, undone_at=None).values_list("pk", "source__ref"):
            found["case.merged", ref] = Undo("case-parting", key, _("Undo the merge"))
    if names & {"case.split", "case.split_off"}:
        for one in Split.objects.of(case).can_be_undone().select_related("source", "target"):
            undo = Undo("case-split-undo", one.pk, _("Undo the split"))
            found["case.split", one.target.ref] = found["case.split_off", one.source.ref] = undo
    last = {(event.name, other_in(event)): event.pk for event in sorted(events, key=lambda event: (event.at, event.pk))}
    return {last[told]: undo for told, undo in found.items() if told in last}
