"""Forwarding a message of a case: it begins a side conversation, in which what they answer stands."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from makegood.cases import forwarding
from makegood.cases.actions import side_conversations
from makegood.desk.forwarding.forms import ForwardForm
from makegood.desk.views import case as pages
from makegood.staff.forms import refusing
from makegood.staff.permissions import WORK_CASES, person, requires


@require_http_methods(["GET", "HEAD", "POST"])
@requires(WORK_CASES)
def forward(request: HttpRequest, ref: str, key: uuid.UUID) -> HttpResponse:
    """Somebody outside gets the message, with words of our own above it."""
    user = person(request)
    case = pages.find(user, ref)
    message = pages.message_of(case, key)
    if not forwarding.may_leave(message):
        raise Http404
    form = ForwardForm(request.POST or None, request.FILES or None, message=message)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("address", "subject")}
        with refusing.said_on(form):
            made = side_conversations.forward(message, **given, words=form.said(), by=user, at=timezone.now())
            messages.success(
                request, _("Forwarded. What they answer stands on the case, and the customer never sees it.")
            )
            return redirect(f"{reverse('case', args=[case.ref])}#side-{made.pk}")
    form.tell_lost()
    status = 422 if request.method == "POST" else 200
    shown = {"case": case, "message": message, "form": form}
    return render(request, "desk/forwarding.html", shown, status=status)
