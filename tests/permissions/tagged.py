"""A tag in the house of the permissions, on the case about the refund."""

import datetime as dt
from typing import Any

from makegood.cases.actions import tags
from makegood.cases.models import Case, Tag
from makegood.staff.models import User

ADDRESSES = ("tag", "tag-merging", "tag-removal")


def build(case: Case, bea: User, *, at: dt.datetime) -> Tag:
    """The tag."""
    return tags.put_on(case, ["Harbour"], by=bea, at=at)[0]


def addresses(tag: Tag) -> dict[str, dict[str, Any]]:
    """What each address takes."""
    return {name: {"key": tag.pk} for name in ADDRESSES}
