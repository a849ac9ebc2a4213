"""Starting a side conversation, writing in it, having read it, closing it, from the case page."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from makegood.cases import serving
from makegood.cases.actions import side_conversations
from makegood.cases.models import Case, SideConversation, SideFile
from makegood.desk.files_along import lost
from makegood.desk.side_conversations.forms import MOST_LETTERS, StartForm
from makegood.desk.tasks.forms import WordForm
from makegood.desk.views import case as pages
from makegood.desk.views.acts import act, back
from makegood.events.refusals import Refusal
from makegood.staff.forms import refusing
from makegood.staff.models import User
from makegood.staff.permissions import WORK_CASES, person, requires


@require_http_methods(["GET", "HEAD", "POST"])
@requires(WORK_CASES)
def start(request: HttpRequest, ref: str) -> HttpResponse:
    """Write to somebody outside about a case."""
    user = person(request)
    case = pages.find(user, ref)
    form = StartForm(request.POST or None, request.FILES or None, case=case)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("address", "subject")}
        with refusing.said_on(form):
            made = side_conversations.start(case, **given, words=form.said(), by=user, at=timezone.now())
            messages.success(request, _("Sent. What they answer stands on the case, and the customer never sees it."))
            return redirect(f"{reverse('case', args=[case.ref])}#{_id(made)}")
    form.tell_lost()
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/side_conversation_new.html", {"case": case, "form": form}, status=status)


@act()
def write(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """Write to them once more."""
    conversation, form = _one(case, key), WordForm(request.POST, request.FILES)
    if not form.is_valid():
        return _refused(request, case, conversation, form.told)
    try:
        side_conversations.write(conversation, form.said(user), by=user, at=timezone.now())
    except Refusal as refusal:
        return _refused(request, case, conversation, str(refusal))
    return back(request, case, to=_id(conversation))


@act()
def read(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """One press: nothing in it waits to be read."""
    conversation = _one(case, key)
    side_conversations.read(conversation, by=user, at=timezone.now())
    return back(request, case, to=_id(conversation))


@act()
def close(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """Nothing more is expected."""
    conversation = _one(case, key)
    side_conversations.close(conversation, by=user, at=timezone.now())
    return back(request, case, to=_id(conversation))


@require_safe
@requires(WORK_CASES)
def file(request: HttpRequest, ref: str, key: uuid.UUID) -> HttpResponse:
    """A file of a side conversation of this case."""
    case = pages.find(person(request), ref)
    found = SideFile.objects.filter(word__conversation__in=SideConversation.objects.of_case(case))
    return serving.answer(get_object_or_404(found, pk=key))


def _one(case: Case, key: uuid.UUID) -> SideConversation:
    found = SideConversation.objects.of_case(case).select_related("case__merged_into")
    return get_object_or_404(found, pk=key)


def _id(conversation: SideConversation) -> str:
    return f"side-{conversation.pk}"


def _refused(request: HttpRequest, case: Case, conversation: SideConversation, told: str) -> HttpResponse:
    """The page once more, with what was typed."""
    if "X-Act" not in request.headers:  # act.js keeps the files that were picked
        told = f"{told} {lost(request.FILES)}".strip()
    kept = {"key": conversation.pk, "words": request.POST.get("words", "")[:MOST_LETTERS], "told": told}
    return pages.page(request, pages.find(person(request), case.ref), status=422, side_typed=kept)
