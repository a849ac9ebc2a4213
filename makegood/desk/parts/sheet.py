"""What every part of a case page is written with."""

import dataclasses
import datetime as dt
import uuid
from html import escape

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils import timezone

from makegood.cases.models import Case
from makegood.staff.models import User
from makegood.staff.permissions import person
from makegood.ui.addresses import address


@dataclasses.dataclass(frozen=True)
class Sheet:
    """The case, who reads it, the list they came from as it stands behind addresses, and what a form must bring back."""

    case: Case
    user: User
    within: str
    token: str
    now: dt.datetime

    @classmethod
    def of(cls, request: HttpRequest, case: Case, *, within: str) -> "Sheet":
        """For a page that is asked for now."""
        return cls(case=case, user=person(request), within=within, token=get_token(request), now=timezone.now())

    def address(self, name: str, key: uuid.UUID | None = None) -> str:
        """Where a page of this case stands, or one within it."""
        return address(name, self.case.ref, *([key] if key else []))

    def form(self, name: str, inside: str, *, key: uuid.UUID | None = None, also: str = "") -> str:
        """A form for one act, with what stands inside it; `also` are further attributes."""
        return (
            f'<form method="post"{also} action="{self.address(name, key)}{escape(self.within)}">'
            f'<input type="hidden" name="csrfmiddlewaretoken" value="{self.token}">{inside}</form>'
        )


def button(words: str, *, also: str = "") -> str:
    """A small button that sends its form."""
    return f'<button class="button" data-size="small"{also}>{escape(words)}</button>'
