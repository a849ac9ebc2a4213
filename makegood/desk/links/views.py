"""Linking a case with another, by its reference or by words in it; taking a link off, and putting it back."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from makegood.cases import search
from makegood.cases.actions import links
from makegood.cases.models import Case, Link, ListedCase, Shelf, Way
from makegood.desk.views import case as pages
from makegood.desk.views.acts import act, back
from makegood.desk.views.search import REFERENCE
from makegood.events.refusals import Refusal
from makegood.staff.models import User
from makegood.staff.permissions import WORK_CASES, person, requires

OFFERED = 8
MOST_LETTERS = 200


@act()
def link(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """`way` says how this case stands to the one named by `to`. Words find cases to choose from."""
    typed, way = request.POST.get("to", "").strip()[:MOST_LETTERS], request.POST.get("way", "")
    if way not in Way.values:
        return _again(request, case, user, typed, way, told=_("Say how this case stands to the other."))
    other = _named(user, typed)
    if other is None:
        return _again(request, case, user, typed, way, found=_found(user, case, typed))
    try:
        links.link(case, way=Way(way), other=other, by=user, at=timezone.now())
    except Refusal as refusal:
        return _again(request, case, user, typed, way, told=str(refusal))
    return back(request, case, to="links")


@act()
def unlink(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """It can be put back for some minutes."""
    links.unlink(get_object_or_404(Link.objects.of_case(case), pk=key), by=user, at=timezone.now())
    return back(request, case, to="links")


@require_safe
@requires(WORK_CASES)
def offered(request: HttpRequest, ref: str) -> HttpResponse:
    """Cases that bear this reference, or in which these words occur."""
    user = person(request)
    case, typed = pages.find(user, ref, is_shown=False), request.GET.get("to", "").strip()[:MOST_LETTERS]
    return render(request, "desk/_links_offered.html", {"found": _found(user, case, typed)})


def _named(user: User, typed: str) -> Case | None:
    named = REFERENCE.match(typed)
    seen = Case.objects.visible_to(user).exclude(shelf=Shelf.DELETED)
    return seen.filter(ref=f"C-{named[1].upper()}").first() if named else None


def _found(user: User, case: Case, typed: str) -> list[ListedCase]:
    visible = Case.objects.visible_to(user).exclude(pk=case.pk)
    named = _named(user, typed)
    if named is not None:
        return visible.filter(pk=named.pk).listed()
    return search.find(visible, typed, most=OFFERED).cases if typed else []


def _again(request: HttpRequest, case: Case, user: User, typed: str, way: str, **more: Any) -> HttpResponse:
    """The page once more, with what was typed and what was found by it."""
    shown = pages.find(user, case.ref)
    if "told" not in more and not more["found"]:
        more["told"] = _("There is no such case, or you may not see it.")
    return pages.page(request, shown, status=422, linking={"to": typed, "way": way, **more})
