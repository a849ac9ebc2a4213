"""Finding a case: by reference, by address, by words."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from makegood.cases import search
from makegood.cases.models import Case
from makegood.desk import inbox, rows
from makegood.staff.permissions import WORK_CASES, person, requires

REFERENCE = re.compile(r"^\s*(?:C-?)?([23456789A-HJKMNP-TV-Z]{5,8})\s*$", re.IGNORECASE)


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest) -> HttpResponse:
    """A reference leads straight to its case; an address or words to a list, newest words first."""
    query = request.GET.get("q", "").strip()[:200]
    user = person(request)
    visible = Case.objects.visible_to(user)
    named = REFERENCE.match(query)
    if named and (found := visible.filter(ref=f"C-{named[1].upper()}").first()):
        return redirect("case", ref=found.ref)
    after = request.GET.get("after", "")
    result = search.find(visible, query, after=after, most=inbox.PAGE) if query else search.Result([], "")
    listed = rows.of(result.cases, user)
    more = urlencode({"q": query, "after": result.next})
    older = f"{reverse('search')}?{more}" if result.next else ""
    return render(request, "desk/search.html", {"query": query, "rows": listed, "older": older})
