"""What a saved view holds for whoever looks, a page at a time, and how many. Reads only."""

import dataclasses
import datetime as dt
import uuid

from makegood.cases.filters import counting, finding, language, meanings, wording
from makegood.cases.filters.language import Unclear
from makegood.cases.models import SavedView
from makegood.desk import rows
from makegood.desk.fields import columns
from makegood.staff.models import User
from makegood.ui import keyset

BEGINS = "v-"
COUNTED = 15  # views of the list that have a count
UNCLEAR = "?"


@dataclasses.dataclass(frozen=True)
class Held:
    """Rows, the cursor behind the last one, and why its filter words are no longer understood."""

    rows: list[rows.Row]
    next: str = ""
    problems: tuple[str, ...] = ()
    is_cut: bool = False


def named(user: User, key: str) -> SavedView | None:
    """The saved view with this key, as far as this person sees it."""
    if not key.startswith(BEGINS):
        return None
    try:
        pk = uuid.UUID(key.removeprefix(BEGINS))
    except ValueError:
        return None
    return SavedView.objects.visible_to(user).filter(pk=pk).first()


def page(view: SavedView, user: User, *, at: dt.datetime, cursor: str, most: int) -> Held:
    """One page. A cursor that makes no sense begins again."""
    try:
        sought = meanings.understand(language.read(view.text), user=user, at=at)
    except Unclear as unclear:
        return Held([], problems=tuple(wording.all_told(unclear)))
    order = finding.order_of(view.sort, sought)
    found = finding.page(sought, order, after=keyset.place(cursor, keyset.moment), most=most)
    further = keyset.write(*found.next) if found.next else ""
    shown = columns.filled(rows.of(found.cases, user), found.cases, view.columns)
    return Held(shown, further, is_cut=found.is_cut)


def counts(views: list[SavedView], user: User, *, at: dt.datetime) -> dict[str, str]:
    """How many the first COUNTED of them hold, up to 999+, in one query beside those that understand their names."""
    names, sought = meanings.Names(user), {}
    counted: dict[str, str] = {}
    for view in views[:COUNTED]:
        try:
            sought[view.key] = meanings.understand(language.read(view.text), user=user, at=at, names=names)
        except Unclear:
            counted[view.key] = UNCLEAR
    return counted | dict(zip(sought, counting.counts(list(sought.values())), strict=True))
