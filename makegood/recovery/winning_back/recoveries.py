"""Who is to be won back, one of them, and the acts on it, from the case page or from its own."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from makegood.cases.models import Case, Shelf
from makegood.events.refusals import Refusal
from makegood.orders.models import Order
from makegood.recovery import actions as recovering
from makegood.recovery.actions.stepping import BY_PRESS
from makegood.recovery.models import Cause, Hint, Recovery, StepName, Trigger
from makegood.recovery.winning_back import listing, part
from makegood.recovery.winning_back.part import ENDS, UnderstandForm
from makegood.staff.models import User
from makegood.staff.permissions import WORK_CASES, person, requires

BY_HAND = (Trigger.Kind.COMPLAINT, Trigger.Kind.BY_HAND)


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest) -> HttpResponse:
    """All that run and that this person may see, the next clock first."""
    page = listing.running(Recovery.objects.visible_to(person(request)), after=request.GET.get("after", "")[:40])
    older = f"{reverse('recoveries')}?{urlencode({'after': page.next})}" if page.next else ""
    return render(request, "recovery/recoveries.html", {"page": page, "older": older})


@require_safe
@requires(WORK_CASES)
def one(request: HttpRequest, ref: str) -> HttpResponse:
    """One recovery on a page of its own."""
    user = person(request)
    recovery = _find(user, ref)
    order = Order.objects.visible_to(user).filter(ref=recovery.about).first() if recovery.case is None else None
    context = part.of(recovery, user) | {"recovery": recovery, "order": order, "own": True}
    return render(request, "recovery/recovery.html", context)


@require_POST
@requires(WORK_CASES)
def open_by_hand(request: HttpRequest, ref: str) -> HttpResponse:
    """A person says that the customer of a case complains, or is to be won back for another reason."""
    user = person(request)
    case = _case(user, ref)
    kind = request.POST.get("kind", "")
    if kind in BY_HAND:
        recovering.open_by_hand(case, Trigger.Kind(kind), by=user, at=timezone.now())
    return _to_case(request, case.ref)


@require_POST
@requires(WORK_CASES)
def judge(request: HttpRequest, ref: str, key: uuid.UUID) -> HttpResponse:
    """Whether it is a complaint, as it may be."""
    user = person(request)
    case = _case(user, ref)
    hint = get_object_or_404(Hint.objects.filter(message__case=case), pk=key)
    said = request.POST.get("confirmed", "")
    if said in ("yes", "no"):
        recovering.judge(hint, confirmed=said == "yes", by=user, at=timezone.now())
    return _to_case(request, case.ref)


@require_POST
@requires(WORK_CASES)
def step(request: HttpRequest, ref: str, step: str) -> HttpResponse:
    """Take a step."""
    user = person(request)
    recovery = _find(user, ref)
    try:
        _take(request, recovery, _named(step), user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return _back(request, recovery)


@require_POST
@requires(WORK_CASES)
def undo(request: HttpRequest, ref: str, step: str) -> HttpResponse:
    """Take a step back."""
    user = person(request)
    recovery = _find(user, ref)
    try:
        recovering.undo(recovery, _named(step), by=user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return _back(request, recovery)


@require_POST
@requires(WORK_CASES)
def end(request: HttpRequest, ref: str) -> HttpResponse:
    """Close it."""
    user = person(request)
    recovery = _find(user, ref)
    outcome = next((one for one in ENDS if one == request.POST.get("outcome", "")), None)
    try:
        if outcome is not None:
            recovering.end(recovery, outcome, by=user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return _back(request, recovery)


@require_POST
@requires(WORK_CASES)
def resume(request: HttpRequest, ref: str) -> HttpResponse:
    """It was closed by a slip."""
    user = person(request)
    recovery = _find(user, ref)
    try:
        recovering.resume(recovery, by=user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return _back(request, recovery)


def _take(request: HttpRequest, recovery: Recovery, step: StepName, user: User) -> None:
    at = timezone.now()
    if step == StepName.ACKNOWLEDGED:
        recovering.acknowledge(recovery, by=user, at=at)
    elif step in BY_PRESS:
        recovering.take(recovery, step, by=user, at=at)
    elif step == StepName.UNDERSTOOD:
        form = UnderstandForm(request.POST)
        if not form.is_valid():
            raise Refusal(" ".join(str(told) for told in form.errors["words"]))
        recovering.understand(recovery, words=form.cleaned_data["words"], by=user, at=at)
    elif step == StepName.CONFIRMED and (good := request.POST.get("good", "")) in ("yes", "no"):
        recovering.confirm(recovery, good=good == "yes", by=user, at=at)
    elif step == StepName.LEARNED:
        recovering.learn(recovery, _cause(request.POST.get("cause", "")), by=user, at=at)


def _cause(key: str) -> Cause:
    try:
        found = Cause.objects.filter(pk=uuid.UUID(key)).first()
    except ValueError:
        found = None
    if found is None:
        raise Refusal(_("Choose a cause."), field="cause")
    return found


def _named(step: str) -> StepName:
    if step not in StepName.values:
        raise Http404
    return StepName(step)


def _find(user: User, ref: str) -> Recovery:
    return get_object_or_404(Recovery.objects.visible_to(user).for_pages(), ref=ref.upper())


def _case(user: User, ref: str) -> Case:
    seen = Case.objects.visible_to(user).for_pages().filter(shelf=Shelf.NONE)
    return get_object_or_404(seen, ref=ref.upper())


def _back(request: HttpRequest, recovery: Recovery) -> HttpResponse:
    """To where the act was pressed: the recovery's own page, or the case."""
    if recovery.case is None or "own" in request.POST:
        return redirect("recovery", ref=recovery.ref)
    return _to_case(request, recovery.case.present.ref)


def _to_case(request: HttpRequest, ref: str) -> HttpResponse:
    within = f"?{request.GET.urlencode()}" if request.GET else ""
    url = f"{reverse('case', args=[ref])}{within}#recovery"
    # act.js goes there itself, and fetches the same page again.
    if "X-Act" in request.headers:
        return HttpResponse(status=204, headers={"X-Goto": url})
    return redirect(url)
