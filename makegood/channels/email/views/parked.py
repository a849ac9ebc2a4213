"""Mail that could not be taken in, and what came lately."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from makegood.cases import blobs
from makegood.channels.email import actions as email
from makegood.channels.email.actions.receiving import SHELF
from makegood.channels.email.forms import DiscardForm
from makegood.channels.email.models import RawMail
from makegood.staff.permissions import MANAGE_PARKED, person, requires

SHOWN = 100
HEAD = 8_000


@require_safe
@requires(MANAGE_PARKED)
def show(request: HttpRequest) -> HttpResponse:
    """What is parked, and the newest mails with what became of them."""
    seen = RawMail.objects.visible_to(person(request)).select_related("mailbox", "case", "message")
    recent, parked = seen.order_by("-stored_at")[:SHOWN], seen.parked()[:SHOWN]
    return render(request, "email/parked.html", {"parked": parked, "recent": recent})


@require_safe
@requires(MANAGE_PARKED)
def one(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One mail: why it is parked, and its headers."""
    raw = _find(request, key)
    return _page(request, raw, DiscardForm())


@require_safe
@requires(MANAGE_PARKED)
def download(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The mail as it came, to be saved and not shown."""
    raw = _find(request, key)
    try:
        content = blobs.read(raw.digest, shelf=SHELF)
    except FileNotFoundError:
        raise Http404
    response = HttpResponse(content, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{raw.digest[:12]}.eml"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
@requires(MANAGE_PARKED)
def replay(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    email.replay(_find(request, key), by=person(request).key, at=timezone.now())
    messages.success(request, _("It is being tried again."))
    return redirect("parked")


@require_POST
@requires(MANAGE_PARKED)
def discard(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    raw = _find(request, key)
    form = DiscardForm(request.POST)
    if not form.is_valid():
        return _page(request, raw, form, status=422)
    email.discard(raw, reason=form.cleaned_data["reason"], by=person(request).key, at=timezone.now())
    messages.success(request, _("Thrown away. The mail itself is kept as long as all raw mail."))
    return redirect("parked")


def _find(request: HttpRequest, key: uuid.UUID) -> RawMail:
    """A mail this person may look at, or 404."""
    seen = RawMail.objects.visible_to(person(request)).select_related("mailbox", "case")
    return get_object_or_404(seen, pk=key)


def _page(request: HttpRequest, raw: RawMail, form: DiscardForm, status: int = 200) -> HttpResponse:
    try:
        head = blobs.read(raw.digest, shelf=SHELF)[:HEAD].split(b"\r\n\r\n")[0].split(b"\n\n")[0]
    except FileNotFoundError:
        head = b""
    context = {"raw": raw, "head": head.decode("utf-8", "replace"), "form": form}
    return render(request, "email/parked_one.html", context, status=status)
