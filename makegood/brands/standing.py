"""What every page asks about the person it is for, in one composed question: whether there is something to say above it, and
how much there is that they have not read."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Exists, IntegerField, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from makegood.brands import scope
from makegood.events.prepared import PreparedQuery
from makegood.staff.models import User
from makegood.staff.notices.models import MOST_COUNTED, Notice

KEPT = "_makegood_standing"
# For a person, or the `viewer` that stands for one: rows, of which is asked whether there are any, or a Count of them. None:
# there is nothing to ask of this person.
Column = Callable[[User], "QuerySet[Any, Any] | Count | None"]
COLUMNS: dict[str, Column] = {}


class Count(Subquery):
    """How many rows of a query there are; it may end early (`[:100]`)."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


def ask(name: str, column: Column) -> None:
    """Ask this too, of everybody on each of their pages. It must be cheap, most of all where there is nothing."""
    COLUMNS[name] = column


def of(user: User) -> Mapping[str, Any]:
    """The answers by name, asked once for each User object, which lives as long as one request; without those that are not
    asked of this person."""
    kept: Mapping[str, Any] | None = user.__dict__.get(KEPT)
    if kept is None:
        kept = user.__dict__[KEPT] = next(iter(ASKED(**scope.as_viewer(user))), {})
    return kept


def _asked(**who: Any) -> QuerySet[User, Any]:
    person = scope.viewer(**who)
    asked = {name: rows for name, ask in COLUMNS.items() if (rows := ask(person)) is not None}
    columns = {name: one if isinstance(one, Count) else Exists(one) for name, one in asked.items()}
    found: QuerySet[User, Any] = User.objects.filter(pk=person).values(**columns)
    return found


ASKED = PreparedQuery(_asked)


def page(request: HttpRequest) -> dict[str, Any]:
    """What every page knows of it: `unread`, how many notices as the masthead shows it."""
    return {"unread": SimpleLazyObject(lambda: _unread(getattr(request, "user", None)))}


def _unread(user: Any) -> str:
    if not isinstance(user, User):
        return ""
    count = of(user)["unread"]
    return f"{MOST_COUNTED - 1}+" if count == MOST_COUNTED else str(count or "")


ask("unread", lambda user: Count(Notice.objects.unread().filter(user=user)[:MOST_COUNTED]))
