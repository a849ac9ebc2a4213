"""Banners above every page of the staff: each app may say what is wrong, where it can be mended."""

import dataclasses
from collections.abc import Callable

from django.http import HttpRequest


@dataclasses.dataclass(frozen=True)
class Banner:
    """What is wrong, in a title and a sentence, and where to go. `tone`: info, warning or error."""

    title: str
    told: str = ""
    tone: str = "warning"
    url: str = ""
    act: str = ""


Teller = Callable[[HttpRequest], list[Banner]]
TELLERS: list[Teller] = []


def register(teller: Teller) -> Teller:
    """Ask this function on each page of the staff. It must be cheap."""
    TELLERS.append(teller)
    return teller


def of(request: HttpRequest) -> list[Banner]:
    """What there is to say to somebody signed in."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    return [banner for teller in TELLERS for banner in teller(request)]
