"""Finding cases: by reference, by address, by words, and by filter words, which the address carries."""

import re
from collections.abc import Collection
from contextlib import suppress
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from makegood.cases import named
from makegood.cases.filters import finding, language, meanings, wording
from makegood.cases.filters.language import Asked, Condition, Unclear
from makegood.cases.models import Case
from makegood.desk import inbox, rows
from makegood.desk.bulk import bar
from makegood.desk.views import case as pages
from makegood.staff.models import User
from makegood.staff.permissions import WORK_CASES, person, requires
from makegood.ui import keyset

REFERENCE = re.compile(r"^\s*C-?([23456789A-HJKMNP-TV-Z]{5,8})\s*$", re.IGNORECASE)
BARE = re.compile(r"^\s*([23456789A-HJKMNP-TV-Z]{5,8})\s*$", re.IGNORECASE)


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest) -> HttpResponse:
    """A reference leads straight to its case; words to a list, newest words first; filter words to what fits. Each filter
    word may also stand in the address by itself: `?owner=me&status=open`."""
    return _page(request)


def again(request: HttpRequest, typed: dict[str, Any]) -> HttpResponse:
    """What was found once more, with what was ticked and typed in vain."""
    return _page(request, status=422, bulk_typed=typed)


def _page(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    query, user = request.GET.get("q", "").strip()[: language.MOST_LETTERS], person(request)
    # A reference may begin with a C itself, so the letter is no prefix where no dash is typed.
    refs = {f"C-{one[1].upper()}" for one in (REFERENCE.match(query), BARE.match(query)) if one}
    if found := _named(user, refs):
        return redirect("case", ref=found.ref)
    try:
        asked = asked_in(request.GET)
        sought = meanings.understand(asked, user=user, at=timezone.now())
    except Unclear as unclear:
        return render(request, "desk/search.html", {"query": query, "problems": wording.all_told(unclear)})
    after = request.GET.get("after", "")
    told = _by_words(sought, after) if sought.words or not sought.meanings else _by_conditions(sought, request.GET)
    on = told.pop("more")
    older = f"{reverse('search')}?{urlencode({'q': str(asked), **on})}" if on else ""
    save_url = (
        f"{reverse('saved-view-new')}?{urlencode({'q': str(asked), 'sort': told['sort']})}" if "sort" in told else ""
    )
    also = named.by(sought.words, user) if not (sought.meanings or after) else None
    shown = {"query": str(asked), "older": older, "save_url": save_url, "named": also, **told}
    shown |= _bulk(request, asked, told.get("sort", ""), after)
    return render(request, "desk/search.html", shown | more, status=status)


def _named(user: User, refs: Collection[str]) -> Case | None:
    """The case that one of these references leads to."""
    for ref in refs:
        with suppress(Http404):
            return pages.find(user, ref, is_shown=False)
    return None


def _bulk(request: HttpRequest, asked: Asked, sort: str, after: str) -> dict[str, Any]:
    """What can be done to the cases that are found, where an address can say which they are."""
    query = str(asked)
    if not query or language.read(query) != asked:
        return {}
    behind = urlencode({"q": query, **({"sort": sort} if sort else {})})
    return bar.offered(person(request), request.GET.get("bulk", "")) | {
        "bulk_url": f"{reverse('search-bulk')}?{behind}{'&' + urlencode({'after': after}) if after else ''}",
        "behind": behind,
        "all_label": _("All that is found, up to ten thousand"),
    }


def asked_in(address: QueryDict) -> Asked:
    """What an address asks for, in its box and in words of their own. Raises Unclear."""
    words = [(name, value) for name in language.NAMES for value in address.getlist(name)[: language.MOST_CONDITIONS]]
    asked = language.read(address.get("q", ""))
    return asked.also(Condition(name, text.strip()) for name, text in words if text.strip())


def _by_words(sought: meanings.Sought, after: str) -> dict[str, Any]:
    if not sought.words:
        return {"rows": [], "more": {}}
    found = finding.by_words(sought, after=after, most=inbox.PAGE)
    more = {"after": found.next} if found.next else {}
    return {"rows": rows.of(found.cases, sought.user), "more": more, "is_cut": found.is_cut}


def _by_conditions(sought: meanings.Sought, address: QueryDict) -> dict[str, Any]:
    order = finding.order_of(address.get("sort", ""), sought)
    found = finding.page(sought, order, after=keyset.place(address.get("after", ""), keyset.moment), most=inbox.PAGE)
    more = {"sort": order.key, "after": keyset.write(*found.next)} if found.next else {}
    listed = rows.of(found.cases, sought.user)
    tabs = _tabs(order, sought, address)
    return {"rows": listed, "more": more, "is_cut": found.is_cut, "sort": order.key, "tabs": tabs}


def _tabs(order: finding.Order, sought: meanings.Sought, address: QueryDict) -> list[dict[str, Any]]:
    """The orders that this list may have."""
    labels = labels_of_orders()
    kept = [(name, value) for name in ("q", *language.NAMES) for value in address.getlist(name)]
    return [
        {"url": f"?{urlencode([*kept, ('sort', key)])}", "label": label, "here": key == order.key}
        for key, label in labels.items()
        if finding.order_of(key, sought).key == key
    ]


def labels_of_orders() -> dict[str, str]:
    """What the orders are called."""
    return {
        "promise": _("Next promise first"),
        "newest": _("Newest words first"),
        "oldest": _("Oldest words first"),
        "opened": _("Newest case first"),
    }
