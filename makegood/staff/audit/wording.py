"""What happened, in the sentence that its event declares, with our people by name."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from makegood.events import registry
from makegood.events.models import Event
from makegood.staff.audit import kinds, log
from makegood.staff.audit.log import Row
from makegood.staff.models import Look, User

# Where a thing is shown, by the beginning of its key; one whose page is not installed has no link.
PAGES = {"C": "case", "K": "customer", "B": "company", "S": "staff-member", "O": "order"}


@dataclass(frozen=True)
class Line:
    """One event or look as the page and the file show it. `about` is a key, `about_name` a person's name where it is one."""

    at: dt.datetime
    by: str
    sentence: str
    kind: str
    sort: str
    about: str
    about_name: str
    url: str


def lines(rows: Iterable[Row]) -> list[Line]:
    """Names are asked for once for all of them."""
    rows = list(rows)
    refs = {ref for row in rows for ref in (row.by, row.about)}
    refs |= {str(row.data.get("owner", "")) for row in rows if isinstance(row, Event)}
    names = dict(User.objects.filter(ref__in=[ref for ref in refs if ref.startswith("S-")]).values_list("ref", "name"))
    return [_look(row, names) if isinstance(row, Look) else _line(row, names) for row in rows]


def _look(look: Look, names: dict[str, str]) -> Line:
    looked = (
        _("%(by)s looked at the case") if look.about.startswith("C-") else _("%(by)s looked at the customer’s page")
    )
    by = names.get(look.by, look.by)
    return Line(
        at=log.written_at(look),
        by=by,
        sentence=looked % {"by": by},
        kind="look",
        sort=str(kinds.SEEN),
        about=look.about,
        about_name=look.about,
        url=_url(look.about),
    )


def _line(event: Event, names: dict[str, str]) -> Line:
    sort = kinds.sort_of(event.name)
    return Line(
        at=log.written_at(event),
        by=names.get(event.by, event.by) or "Makegood",
        sentence=_sentence(event, names),
        kind=event.name,
        sort=str(kinds.SORTS[sort][0]),
        about=event.about,
        about_name=names.get(event.about, event.about),
        url=_url(event.about),
    )


class _Words(dict[str, str]):
    """What an event does not say itself stands as dots; the case's own page tells it in full."""

    def __missing__(self, name: str) -> str:
        return "…"


def _sentence(event: Event, names: dict[str, str]) -> str:
    kind = registry.KINDS.get(event.name)
    if kind is None:
        return event.name
    words = _Words({name: str(value) for name, value in event.data.items() if value not in ("", None)})
    words["by"] = names.get(event.by, event.by) or "Makegood"
    if "owner" in words:
        words["owner"] = names.get(words["owner"], words["owner"])
    return _(kind.sentence) % words


def _url(about: str) -> str:
    name = PAGES.get(about.partition("-")[0]) if "-" in about else None
    try:
        return reverse(name, args=[about]) if name else ""
    except NoReverseMatch:
        return ""
