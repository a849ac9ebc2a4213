"""The places in the masthead. The list is in makegood/config/navigation.py: this layer knows no page."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from makegood.ui.addresses import address


@dataclass(frozen=True, kw_only=True)
class Place:
    """One entry: the name of its address, what it is called, which roles see it (none: all staff)."""

    address: str
    label: str | Promise
    roles: tuple[str, ...] = ()
    key: str = ""  # keyboard shortcut, as `g i`
    rare: bool = False  # stands behind *More* for those who have many places


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One entry as a page shows it."""

    url: str
    label: str | Promise
    key: str
    here: bool
    behind: bool


MOST = 8  # in one row; with more, rare ones stand behind *More*, but where one is


def shown_to(user: Any, *, path: str) -> list[Shown]:
    """The places this person may go; one whose page is not installed is left out."""
    if not getattr(user, "is_authenticated", False):
        return []
    entries: list[Place] = import_string(settings.NAVIGATION)
    found = []
    for place in entries:
        if place.roles and user.role not in place.roles:
            continue
        try:
            url = address(place.address)
        except NoReverseMatch:
            continue
        found.append((place, url))
    # A place within another, as parked mail within the settings, is where we are; the other is not.
    here = max((url for _place, url in found if _within(path, url)), key=len, default="")
    many = len(found) > MOST
    return [
        Shown(url=url, label=place.label, key=place.key, here=url == here, behind=many and place.rare and url != here)
        for place, url in found
    ]


def _within(path: str, url: str) -> bool:
    return path == url or (url != "/" and path.startswith(url.rstrip("/") + "/"))
