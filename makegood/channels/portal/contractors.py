"""The contractor's own page: one task by signed link, what was said to it, and their answer. No account, nothing of the case."""

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from makegood.calendars import our_days
from makegood.cases import serving, tokens
from makegood.cases.actions import tasks
from makegood.cases.models import Shelf, Task, TaskFile, TaskWord
from makegood.cases.words import Words
from makegood.channels.portal.forms import LONGEST, FilesField
from makegood.events.refusals import Refusal
from makegood.staff import actions as staff
from makegood.staff import limits
from makegood.staff.forms import refusing

WORDS_PER_TASK = 60
# Pressed twice within this, the same words are one answer.
SAME_WITHIN = dt.timedelta(minutes=2)
Kind = TaskWord.Kind
OURS = (Kind.GIVEN, Kind.TOLD, Kind.TAKEN_BACK)
View = Callable[..., HttpResponse]


class AnswerForm(forms.Form):
    """What they say, when it will be done, and files. Times are of the brand's zone."""

    words = forms.CharField(
        label=gettext_lazy("Your answer"), required=False, max_length=LONGEST,
        widget=forms.Textarea({"rows": 5, "data-unmarked": True}),
    )  # fmt: skip
    says = forms.DateTimeField(
        label=gettext_lazy("When it will be done"), required=False, validators=[our_days.validate],
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )  # fmt: skip
    attachments = FilesField(label=gettext_lazy("Files"))

    def said(self, task: Task) -> Words:
        """As words of whom we asked: whoever has the link has it from a mail of ours."""
        data = self.cleaned_data
        return Words(
            text=data["words"].replace("\r\n", "\n"), files=data["attachments"], sender=task.address,
            sender_name=task.name,
        )  # fmt: skip


def for_task(view: View) -> View:
    """Turn the token in the address into the task it names, and speak the language of whom we asked."""

    @wraps(view)
    def opened(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        key = tokens.task_key_from_link(token)
        found = Task.objects.filter(key=key).exclude(address="").exclude(case__shelf=Shelf.DELETED)
        task = found.select_related("case__brand", "case__merged_into", "given_by", "answer", "due").first()
        if key is None or task is None or task.case.present.shelf == Shelf.DELETED:
            raise Http404
        timezone.activate(task.case.brand.timezone)
        if not request.COOKIES.get("django_language") and task.language in dict(settings.LANGUAGES):
            translation.activate(task.language)
            request.LANGUAGE_CODE = translation.get_language()
        return view(request, task, token=token, **kwargs)

    return never_cache(opened)


@require_safe
@for_task
def show(request: HttpRequest, task: Task, token: str) -> HttpResponse:
    """What we ask, what was said, and room to answer."""
    return _page(request, task, token, AnswerForm())


@require_POST
@for_task
def answer(request: HttpRequest, task: Task, token: str) -> HttpResponse:
    """They answer, and may say when it will be done."""

    def say(form: AnswerForm) -> TaskWord:
        return tasks.answer(task, form.said(task), says_at=form.cleaned_data["says"], at=timezone.now())

    return _say(request, task, token, Kind.ANSWERED, say)


@require_POST
@for_task
def finish(request: HttpRequest, task: Task, token: str) -> HttpResponse:
    """They say that it is done."""
    return _say(request, task, token, Kind.DONE, lambda form: tasks.finish(task, form.said(task), at=timezone.now()))


@require_POST
@for_task
def decline(request: HttpRequest, task: Task, token: str) -> HttpResponse:
    """They say that they cannot do it, and why."""
    return _say(
        request, task, token, Kind.DECLINED, lambda form: tasks.decline(task, form.said(task), at=timezone.now())
    )


@require_safe
@for_task
def file(request: HttpRequest, task: Task, token: str, key: str) -> HttpResponse:
    """A file that we sent along, or theirs."""
    return serving.answer(get_object_or_404(TaskFile, pk=key, word__in=_shown(task)))


def _say(
    request: HttpRequest, task: Task, token: str, kind: Kind, verb: Callable[[AnswerForm], TaskWord | Task]
) -> HttpResponse:
    form, at = AnswerForm(request.POST, request.FILES), timezone.now()
    if not form.is_valid():
        return _page(request, task, token, form, status=422)
    if not staff.attempt(limits.subject("words to", task.key), most=WORDS_PER_TASK, within=limits.HOUR, at=at):
        form.add_error(None, _("That is a lot in an hour. Please wait a little, then send this."))
        return _page(request, task, token, form, status=429)
    if not _is_there(task, kind, form, at=at):
        try:
            verb(form)
        except Refusal as refusal:
            refusing.say(form, refusal)
            return _page(request, task, token, form, status=422)
    messages.success(request, _("Thank you. We have it."))
    return redirect("contractor-task", token=token)


def _is_there(task: Task, kind: Kind, form: AnswerForm, *, at: dt.datetime) -> bool:
    """Whether just this has been said a moment ago: a button pressed twice says it once."""
    said, says_at = form.said(task), form.cleaned_data["says"]
    lately = task.words.filter(staff=None, at__gt=at - SAME_WITHIN).order_by("-at", "-id").first()
    return lately is not None and (lately.kind, lately.text, lately.says_at, lately.has_files) == (
        kind, said.text.strip(), says_at, bool(said.files),
    )  # fmt: skip


def _shown(task: Task) -> QuerySet[TaskWord]:
    """What we wrote to them, and what came from them; not what colleagues noted among themselves."""
    theirs = Q(staff=None) & ~Q(kind=Kind.FILED)
    return task.words.filter(Q(kind__in=OURS) | theirs)


def _page(request: HttpRequest, task: Task, token: str, form: AnswerForm, status: int = 200) -> HttpResponse:
    said = _shown(task).select_related("staff").prefetch_related("files").order_by("at", "id")
    context = {"brand": task.case.brand, "task": task, "token": token, "said": list(said), "form": form}
    return render(request, "portal/task.html", context, status=status)
