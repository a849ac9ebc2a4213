"""Linked cases by the programming interface: how a case stands to others."""

import datetime as dt
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.errors import HttpError
from pydantic import StringConstraints

from makegood.cases.actions import links
from makegood.cases.models import Case, Link, Shelf, Way
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.strict import Status, Storable, Strict

Reference = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=12), Storable]
router = Router(tags=["cases"])


class LinkIn(Strict):
    way: Way = Field(description="How this case stands to the other.")
    to: Reference = Field(description="The reference of the other case.")


class UnlinkIn(Strict):
    to: Reference


class LinkOut(Schema):
    way: Way
    to: str
    subject: str | None = Field(description="Null where you may not see the other case, as is its status.")
    status: Status | None
    at: dt.datetime


class LinksOut(Schema):
    items: list[LinkOut]


@router.get("/{ref}/links", response={200: LinksOut})
def list_links(request: HttpRequest, ref: str) -> dict[str, Any]:
    """The cases that it is linked with, in the order in which they were."""
    return _listed(request, case_of(request, ref))


@router.post("/{ref}/links", response={200: LinksOut})
def link_case(request: HttpRequest, ref: str, body: LinkIn) -> dict[str, Any]:
    """Say how it stands to another case. Said again, it stays. The answer has all its links."""
    case, other = case_of(request, ref), _other(request, body.to)
    links.link(case, way=body.way, other=other, by=asker(request), at=timezone.now())
    return _listed(request, case)


@router.post("/{ref}/links/removal", response={200: LinksOut})
def unlink_case(request: HttpRequest, ref: str, body: UnlinkIn) -> dict[str, Any]:
    """Take off the link with another case. Said again, it stays off. The answer has all that are left."""
    case, other = case_of(request, ref), _other(request, body.to)
    for link, there, _way in _seen_from(case):
        if there.pk == other.pk:
            links.unlink(link, by=asker(request), at=timezone.now())
    return _listed(request, case)


def _other(request: HttpRequest, ref: str) -> Case:
    try:
        return case_of(request, ref)
    except HttpError:
        raise HttpError(422, "to: there is no such case, or you may not see it.")


def _seen_from(case: Case) -> list[tuple[Link, Case, Way]]:
    """Each link with its other end, as it reads from this one."""
    standing = Link.objects.standing().of_case(case).for_pages()
    return [(link, *end) for link in standing if (end := link.seen_from(case)) is not None]


def _listed(request: HttpRequest, case: Case) -> dict[str, Any]:
    found = _seen_from(case)
    visible = Case.objects.visible_to(asker(request)).exclude(shelf=Shelf.DELETED)
    seen = set(visible.filter(pk__in=[there.pk for _link, there, _way in found]).values_list("pk", flat=True))
    return {
        "items": [
            {
                "way": way,
                "to": there.ref,
                "subject": there.subject if there.pk in seen else None,
                "status": there.state if there.pk in seen else None,
                "at": link.at,
            }
            for link, there, way in found
        ]
    }
