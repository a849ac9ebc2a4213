"""Mailboxes: where mail comes in and how it leaves."""

import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from makegood.channels.email import actions as email
from makegood.channels.email import addressing, signing_in
from makegood.channels.email.forms import MailboxForm
from makegood.channels.email.models import Mailbox, Outgoing, RawMail
from makegood.channels.email.trying import try_all
from makegood.events.refusals import Refusal
from makegood.staff.permissions import MANAGE_MAIL, person, requires


@require_safe
@requires(MANAGE_MAIL)
def show(request: HttpRequest) -> HttpResponse:
    """All mailboxes with how they are, what is parked, and what came lately."""
    boxes = Mailbox.objects.select_related("brand", "team")
    context = {
        "boxes": [{"box": box, "leaves": signing_in.has_server(box)} for box in boxes],
        "waiting": Outgoing.objects.filter(state=Outgoing.State.WAITING)[:1000].count(),
        "parked": RawMail.objects.parked()[:1000].count(),
    }
    return render(request, "email/mailboxes.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_MAIL)
def edit(request: HttpRequest, key: uuid.UUID | None = None) -> HttpResponse:
    """Open a mailbox, or change one."""
    mailbox = get_object_or_404(Mailbox, pk=key) if key else None
    form = MailboxForm(request.POST or None, instance=mailbox)
    if request.method == "POST" and form.is_valid():
        try:
            if mailbox:
                email.edit_mailbox(mailbox, by=person(request).key, at=timezone.now(), **form.settings())
            else:
                mailbox = email.open_mailbox(by=person(request).key, at=timezone.now(), **form.settings())
        except Refusal as refusal:
            form.add_error("address", str(refusal))
        else:
            messages.success(request, _("Saved. Test it now."))
            return redirect("mailbox", key=mailbox.pk)
    return _page(request, mailbox, form, status=422 if request.method == "POST" else 200)


@require_POST
@requires(MANAGE_MAIL)
def test(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Test now."""
    mailbox = get_object_or_404(Mailbox, pk=key)
    steps = try_all(mailbox, recipient=person(request).email)
    return _page(request, mailbox, MailboxForm(instance=mailbox), steps=steps)


@require_POST
@requires(MANAGE_MAIL)
def close(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    email.close_mailbox(get_object_or_404(Mailbox, pk=key), by=person(request).key, at=timezone.now())
    messages.success(request, _("Closed. What came stays; new mail is refused."))
    return redirect("mailboxes")


@require_POST
@requires(MANAGE_MAIL)
def reopening(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Take mail for a closed mailbox again."""
    email.reopen_mailbox(get_object_or_404(Mailbox, pk=key), by=person(request).key, at=timezone.now())
    messages.success(request, _("Open again: it takes mail from now on."))
    return redirect("mailbox", key=key)


@require_POST
@requires(MANAGE_MAIL)
def renew(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """A new address for providers to push to; the one before takes nothing any more."""
    mailbox = get_object_or_404(Mailbox, pk=key)
    email.edit_mailbox(mailbox, push_turn=mailbox.push_turn + 1, by=person(request).key, at=timezone.now())
    messages.success(request, _("This is the new address. The one before takes nothing any more."))
    return redirect("mailbox", key=key)


def _page(
    request: HttpRequest, mailbox: Mailbox | None, form: MailboxForm, status: int = 200, **more: Any
) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "mailbox": mailbox} | more
    if mailbox is not None:
        path = reverse("mail-pushed", args=[addressing.push_token(mailbox)])
        context["push_address"] = f"{settings.BASE_URL}{path}"
    return render(request, "email/mailbox.html", context, status=status)
