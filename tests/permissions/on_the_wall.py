"""A wall screen of the house's own team."""

import datetime as dt
from typing import Any

from makegood.brands.models import Brand
from makegood.insight import actions as insight
from makegood.insight import links
from makegood.insight.models import Screen
from makegood.staff.models import User


def build(brand: Brand, lead: User, *, at: dt.datetime) -> None:
    """It hangs in the kitchen."""
    insight.open_screen(name="Kitchen", brand=brand, team=None, shows_people=True, by=lead, at=at)


def addresses() -> dict[str, dict[str, Any]]:
    """What each address takes."""
    screen = Screen.objects.get()
    token = {"token": links.token(screen)}
    return {"wall": token, "wall-part": token, "screen-revocation": {"key": screen.pk}}
