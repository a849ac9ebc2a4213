"""The list of all tags, where administrators rename, merge and remove them."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from makegood.cases.actions import tags
from makegood.cases.models import Tag, Tagging, fold_tag
from makegood.desk import bounded
from makegood.desk.tags.forms import MergeTagForm, NameForm
from makegood.events.prepared import PreparedQuery
from makegood.events.refusals import Refusal
from makegood.staff.permissions import MANAGE_TAGS, person, requires

PAGE, COUNTED_TO = 50, 1000
BORNE = PreparedQuery(lambda tag: Tagging.objects.filter(tag=tag).order_by().values("pk")[:COUNTED_TO])


@require_safe
@requires(MANAGE_TAGS)
def show(request: HttpRequest) -> HttpResponse:
    """All tags by name, with how many cases bear them, up to 999+."""
    begun, after = request.GET.get("begins", ""), fold_tag(request.GET.get("after", ""))
    found = list(Tag.objects.beginning(begun).filter(key__gt=after)[: PAGE + 1])
    shown, more = found[:PAGE], found[PAGE:]
    listed = [{"tag": tag, "cases": cases} for tag, cases in zip(shown, _counts(shown), strict=True)]
    further = f"?{urlencode({'begins': begun, 'after': shown[-1].key})}" if more else ""
    return render(request, "desk/tag_list.html", {"listed": listed, "begun": begun, "older": further, "after": after})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_TAGS)
def rename(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One tag, and another name for it."""
    tag = _tag(key)
    form = NameForm(request.POST or None, initial={"name": tag.name})
    if request.method == "POST" and form.is_valid():
        try:
            tags.rename(tag, form.cleaned_data["name"], by=person(request), at=timezone.now())
        except Refusal as refusal:
            form.add_error("name", str(refusal))
        else:
            return _saved(request, _("Saved."))
    return _page(request, tag, {"name_form": form})


@require_POST
@requires(MANAGE_TAGS)
def merge(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Another tag takes its place."""
    tag, form = _tag(key), MergeTagForm(request.POST)
    if form.is_valid():
        try:
            into = tags.merge(tag, into=form.cleaned_data["into"], by=person(request), at=timezone.now())
        except Refusal as refusal:
            form.add_error("into", str(refusal))
        else:
            return _saved(request, _("Cases have the tag “%(name)s” now.") % {"name": into.name})
    return _page(request, tag, {"merge_form": form})


@require_POST
@requires(MANAGE_TAGS)
def remove(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Off all cases."""
    tag = _tag(key)
    tags.remove(tag, by=person(request), at=timezone.now())
    return _saved(request, _("The tag “%(name)s” is off all cases.") % {"name": tag.name})


def _tag(key: uuid.UUID) -> Tag:
    return get_object_or_404(Tag.objects.in_use(), pk=key)


def _page(request: HttpRequest, tag: Tag, filled: dict[str, Any]) -> HttpResponse:
    forms = {"name_form": NameForm(initial={"name": tag.name}), "merge_form": MergeTagForm()} | filled
    also = Tag.objects.filter(merged_into=tag).order_by("key")
    told = {"tag": tag, "also": also, "cases": _counts([tag])[0]} | forms
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/tag.html", told, status=status)


def _saved(request: HttpRequest, told: str) -> HttpResponse:
    messages.success(request, told)
    return redirect(reverse("tags"))


def _counts(shown: list[Tag]) -> list[str]:
    """How many cases bear each of them, up to 999+, in one query."""
    held = bounded.counts([BORNE.sql(tag=tag.pk) for tag in shown])
    return [f"{COUNTED_TO - 1}+" if count >= COUNTED_TO else str(count) for count in held]
