"""Fields as columns of saved views: `field.` and a slug."""

from collections.abc import Collection

from makegood.cases.fields import standing
from makegood.cases.filters.language import FIELD
from makegood.cases.models import Field, FieldValue, ListedCase
from makegood.desk.rows import Row
from makegood.events.prepared import PreparedQuery

VALUES = PreparedQuery(
    lambda cases, slugs: (
        FieldValue.objects.filter(case__in=cases, field__slug__in=slugs, field__retired_at=None)
        .select_related("field", "person", "order")
        .order_by("field__position", "field", "slot")
    )
)


def offered() -> dict[str, str]:
    """The columns that a view may have, with their names."""
    return {FIELD + field.slug: str(field) for field in Field.objects.in_use()}


def filled(rows: list[Row], cases: list[ListedCase], columns: Collection[str]) -> list[Row]:
    """Rows with what stands in the fields that a view shows; one query where it shows any."""
    slugs = [name.removeprefix(FIELD) for name in columns if name.startswith(FIELD)]
    if not slugs or not cases:
        return rows
    told: dict[object, dict[str, list[str]]] = {}
    for value in VALUES(cases=[case.pk for case in cases], slugs=slugs):
        words = standing.told(value.field, standing.of_row(value))
        told.setdefault(value.case_id, {}).setdefault(str(value.field), []).append(words)
    for row, case in zip(rows, cases, strict=True):
        row["fields"] = [f"{name}: {', '.join(words)}" for name, words in told.get(case.pk, {}).items()]
    return rows
