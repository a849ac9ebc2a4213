"""Banners above every page of the staff: each app may say what is wrong, where it can be mended."""

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Exists, QuerySet
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
# Of somebody signed in: rows of which there must be one for there to be anything to say; None: there is nothing to ask.
Wrong = Callable[[Any], QuerySet[Any] | None]
TELLERS: list[tuple[Teller, Wrong | None]] = []


def register(teller: Teller, *, wrong: Wrong | None = None) -> Teller:
    """Ask this function on each page of the staff. It must be cheap; with `wrong` it is asked only where there are such
    rows, which is one question for all."""
    TELLERS.append((teller, wrong))
    return teller


def of(request: HttpRequest) -> list[Banner]:
    """What there is to say to somebody signed in."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    return [banner for teller in _with_something_to_say(user) for banner in teller(request)]


def _with_something_to_say(user: Any) -> Iterator[Teller]:
    rows = {teller: wrong(user) for teller, wrong in TELLERS if wrong is not None}
    asked = {teller: Exists(found) for teller, found in rows.items() if found is not None}
    there: tuple[bool, ...] = ()
    if asked:
        there = user.__class__._default_manager.filter(pk=user.pk).values_list(*asked.values()).first() or ()
    true = {teller for teller, is_true in zip(asked, there, strict=False) if is_true}
    return (teller for teller, wrong in TELLERS if wrong is None or teller in true)
