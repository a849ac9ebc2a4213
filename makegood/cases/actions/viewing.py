"""Saved views: saved, moved in their list, deleted."""

import dataclasses
import datetime as dt

from django.db.models import Max
from django.utils.translation import gettext as _

from makegood.cases.models import Reach, SavedView
from makegood.cases.view_events import ViewDeleted, ViewMoved, ViewSaved
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.staff import permissions
from makegood.staff.models import Team, User

MOST_VIEWS = 100  # that one person sees


@dataclasses.dataclass(frozen=True)
class Look:
    """What a view is to be. `columns`: what its rows show."""

    name: str
    text: str
    sort: str
    columns: tuple[str, ...]
    reach: Reach = Reach.OWN
    team: Team | None = None


@verb
def save_view(view: SavedView | None, look: Look, *, by: User, at: dt.datetime) -> SavedView:
    """Make a view, or change one. Raises Refusal for one that is not theirs to share."""
    if look.reach != Reach.OWN and not permissions.may(by, permissions.SHARE_VIEWS):
        raise Refusal(_("Your role does not share views with others."), field="reach")
    if view is None:
        seen = SavedView.objects.visible_to(by)
        if seen.count() >= MOST_VIEWS:
            raise Refusal(_("There are too many views already. Delete one first."))
        view = SavedView(owner=by, position=(SavedView.objects.aggregate(last=Max("position"))["last"] or 0) + 1)
    view.name, view.text, view.sort, view.columns = look.name, look.text, look.sort, list(look.columns)
    view.reach, view.team = look.reach, look.team if look.reach == Reach.TEAM else None
    view.save()
    record(ViewSaved(view=str(view.pk), reach=view.reach), about="", at=at, by=by.key)
    return view


@verb
def move_view(view: SavedView, *, up: bool, by: User, at: dt.datetime) -> None:
    """Change places with the nearest one, above or below, that this person may move, too."""
    movable = list(SavedView.objects.changed_by(by).select_for_update(of=("self",)))
    place = next((place for place, one in enumerate(movable) if one.pk == view.pk), None)
    other = None if place is None else place + (-1 if up else 1)
    if place is None or other is None or not 0 <= other < len(movable):
        return
    first, second = movable[place], movable[other]
    first.position, second.position = second.position, first.position
    first.save(update_fields=["position"])
    second.save(update_fields=["position"])
    record(ViewMoved(view=str(view.pk)), about="", at=at, by=by.key)


@verb
def delete_view(view: SavedView, *, by: User, at: dt.datetime) -> None:
    """Take a view away; its cases stay where they are."""
    record(ViewDeleted(view=str(view.pk)), about="", at=at, by=by.key)
    view.delete()
