"""The fields of a case filled in."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from makegood.cases.actions import indexing, rows
from makegood.cases.field_events import CaseFieldFilled
from makegood.cases.fields import reading, standing
from makegood.cases.fields.reading import Held
from makegood.cases.models import Case, Field, FieldChange, FieldType, FieldValue
from makegood.cases.models.fields import Needed
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.staff.models import User

Typed = Mapping[str, Sequence[str]]


class Unfit(Refusal):
    """What was typed does not fit; `problems` says so for each field by its slug."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(" ".join(f"{slug}: {told}" for slug, told in problems.items()))
        self.problems = dict(problems)


@verb
def fill(case: Case, typed: Typed, *, by: User, at: dt.datetime) -> list[Field]:
    """Let this stand in fields, by their slugs; nothing empties one. The fields that changed. Raises Unfit with all that
    does not fit, and then nothing is changed."""
    case = rows.lock(case)
    changed: list[Field] = []
    for field, wanted in read(case, typed, for_staff=True):
        if put(case, field, wanted, by=by.key, at=at):
            changed.append(field)
    return changed


def read(case: Case, typed: Typed, *, for_staff: bool) -> list[tuple[Field, list[Held]]]:
    """What is meant, field by field. Raises Unfit."""
    known = {field.slug: field for field in Field.objects.in_use().filter(slug__in=list(typed))}
    problems = {slug: _("There is no such field.") for slug in typed if slug not in known}
    found: list[tuple[Field, list[Held]]] = []
    for slug, field in known.items():
        try:
            held = reading.read(field, typed[slug], case)
        except Refusal as refusal:
            problems[slug] = str(refusal)
            continue
        if not held and for_staff and field.needed == Needed.ALWAYS and field.is_of(case):
            problems[slug] = _("This must be filled in.")
        found.append((field, held))
    if problems:
        raise Unfit(problems)
    return found


def put(
    case: Case, field: Field, wanted: Sequence[Held], *, by: str, at: dt.datetime, from_customer: bool = False
) -> bool:
    """Let it stand in a field, with an event; False where it does already. Part of the verb that holds the case."""
    there = list(FieldValue.objects.filter(case=case, field=field).select_related("person", "order"))
    before = [standing.of_row(row) for row in there]
    after = [standing.of_held(one) for one in wanted]
    if _as_typed(field, before) == _as_typed(field, after):
        return False
    indexing.forget_values(there)
    FieldValue.objects.filter(pk__in=[row.pk for row in there]).delete()
    for one in wanted:
        value = FieldValue(case=case, field=field, **vars(one))
        if field.type == FieldType.TEXT:
            value.found_at = indexing.index_value(case, value, at=at)
        value.save(force_insert=True)
    told = [", ".join(standing.told(field, one) for one in some) for some in (before, after)]
    change = FieldChange(case=case, field=field, before=told[0], after=told[1], from_customer=from_customer)
    change.save(force_insert=True)
    filled = CaseFieldFilled(field=str(field.pk), change=str(change.pk))
    record(filled, about=case.ref, at=at, by=by, facets=case.facets | {"field": str(field.pk)})
    return True


def _as_typed(field: Field, values: Sequence[standing.Value]) -> set[str]:
    return {standing.typed(field, one) for one in values}
