"""What can happen to saved views."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("view.saved", gettext_noop("%(by)s saved a view"))
class ViewSaved:
    """`reach`: "own", "team" or "all"."""

    view: str
    reach: str


@event("view.moved", gettext_noop("%(by)s moved a view in the list"))
class ViewMoved:
    view: str


@event("view.deleted", gettext_noop("%(by)s deleted a view"))
class ViewDeleted:
    view: str
