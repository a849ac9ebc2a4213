"""The customer tells how they see their case: three lines, no account needed, changeable until the case is closed."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from makegood.cases.models import CaseState, Party
from makegood.channels.portal.views import for_party
from makegood.events.refusals import Refusal
from makegood.feedback import actions as feedback
from makegood.feedback.account import Account
from makegood.feedback.forms import AccountForm
from makegood.feedback.models import Closing


@require_http_methods(["GET", "HEAD", "POST"])
@for_party
def account(request: HttpRequest, party: Party, token: str) -> HttpResponse:
    """A link never tells anything by being followed; a press does."""
    if not may_tell(party):
        raise Http404
    case = party.case
    if request.method != "POST":
        closing = Closing.objects.of_case(case).first()
        told = closing.theirs if closing else Account()
        return _page(request, party, token, AccountForm(initial=AccountForm.of(told)))
    form = AccountForm(request.POST)
    if not form.is_valid():
        return _page(request, party, token, form, status=422)
    said = form.account()
    if said.is_empty:
        form.add_error(None, _("Say at least one of the three."))
        return _page(request, party, token, form, status=422)
    try:
        feedback.answer(case, said, by=party.customer or case.customer, at=timezone.now())
    except Refusal as refusal:
        messages.info(request, str(refusal))
        return redirect("customer-case", token=token)
    if said.solved is False:
        messages.success(request, _("Thank you. We are on it again. Below you see what we promise."))
    else:
        messages.success(request, _("Thank you for telling us."))
    return redirect("customer-case", token=token)


def may_tell(party: Party) -> bool:
    """The customer whose case it is; nobody who was copied in, nor another whose case became part of it."""
    return party.role == Party.Role.CUSTOMER and party.customer_id in (None, party.case.customer_id)


def _page(request: HttpRequest, party: Party, token: str, form: AccountForm, *, status: int = 200) -> HttpResponse:
    context = {
        "brand": party.case.brand,
        "case": party.case,
        "token": token,
        "form": form,
        "is_closed": party.case.state == CaseState.CLOSED,
    }
    return render(request, "portal/account.html", context, status=status)
