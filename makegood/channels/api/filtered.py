"""Cases by filter words, for programs."""

from typing import Any

from django.utils import timezone, translation
from ninja.errors import HttpError

from makegood.cases.filters import finding, language, meanings, wording
from makegood.cases.filters.language import Condition, Unclear
from makegood.cases.models import Case
from makegood.channels.api import cursors, shapes
from makegood.staff.models import User


def cases(user: User, text: str, *, status: str | None, limit: int, cursor: str) -> dict[str, Any]:
    """A page of the cases that fit, next promise first where only cases in work can, else newest words first. HttpError
    422 for what is not understood, and for free words, which have no such order. A page may have fewer than `limit`
    cases, and still a `next`: where they are rare, only so many are looked at."""
    try:
        asked = language.read(text).also([Condition("status", status)] if status else ())
        sought = meanings.understand(asked, user=user, at=timezone.now())
    except Unclear as unclear:
        with translation.override("en"):
            raise HttpError(422, f"q: {wording.joined(wording.all_told(unclear))}")
    if sought.words or not sought.meanings:
        raise HttpError(422, f"q: this takes filter words alone, such as status:open; not “{sought.words or text}”.")
    order = finding.order_of("", sought)
    after = cursors.read(cursor, order.key) if cursor else None
    found, place = finding.keys(sought, order, after=after, most=limit)
    shown = Case.objects.filter(pk__in=found).for_pages().prefetch_related("customer__contact_points", shapes.TAGS)
    by_key = {case.pk: case for case in shown}
    rows = [shapes.row(by_key[key]) for key in found if key in by_key]
    return {"items": rows, "next": cursors.write(order.key, *place) if place else None}
