"""The cards of the settings page; which ones is in makegood/config/navigation.py, as this layer knows no page above."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from makegood.staff.models import User
from makegood.staff.permissions import may


@dataclass(frozen=True, kw_only=True)
class Card:
    """One card: the name of its address, what it is called and is for, and which ability it asks (none: nobody's)."""

    address: str
    label: str | Promise
    told: str | Promise
    ability: str = ""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One card as a page shows it."""

    url: str
    label: str | Promise
    told: str | Promise


def shown_to(user: User) -> list[Shown]:
    """What this person may change; a page that is not installed is left out."""
    cards: list[Card] = import_string(settings.SETTINGS_PAGES)
    shown = []
    for card in cards:
        if card.ability and not may(user, card.ability):
            continue
        try:
            url = reverse(card.address)
        except NoReverseMatch:
            continue
        shown.append(Shown(url=url, label=card.label, told=card.told))
    return shown
