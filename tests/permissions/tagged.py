"""A tag in the house of the permissions, on the case about the refund, and a view of Bea's that holds what bears it."""

import datetime as dt
from typing import Any

from makegood.cases.actions import tags, viewing
from makegood.cases.actions.viewing import Look
from makegood.cases.models import Case, SavedView, Tag
from makegood.staff.models import User

TAG = ("tag", "tag-merging", "tag-removal")
VIEW = ("saved-view", "saved-view-place", "saved-view-deletion")


def build(case: Case, bea: User, *, at: dt.datetime) -> Tag:
    """The tag."""
    tag = tags.put_on(case, ["Harbour"], by=bea, at=at)[0]
    look = Look(name="About the bank", text="tag:harbour", sort="newest", columns=("owner",))
    viewing.save_view(None, look, by=bea, at=at)
    return tag


def addresses(tag: Tag) -> dict[str, dict[str, Any]]:
    """What each address takes."""
    view = SavedView.objects.get()
    return {name: {"key": tag.pk} for name in TAG} | {name: {"key": view.pk} for name in VIEW}
