"""What a customer answers on their page while we win them back. A mail scanner that follows links presses no buttons."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from makegood.cases.models import Party
from makegood.channels.portal import making_good
from makegood.channels.portal.views import for_party
from makegood.recovery import actions as recovery


@require_POST
@for_party
def understood(request: HttpRequest, party: Party, token: str) -> HttpResponse:
    """Whether what we wrote is what went wrong for them."""
    asked, yes = _asked(party), _yes(request)
    if yes is None or not asked.recovery.understanding:
        return redirect("customer-case", token=token)
    who = party.customer or party.case.customer
    recovery.answer_understanding(asked.recovery, yes=yes, by=who, at=timezone.now())
    if yes:
        messages.success(request, _("Thank you for telling us."))
    else:
        messages.info(request, _("Thank you. Please tell us below what we got wrong."))
    return redirect("customer-case", token=token)


@require_POST
@for_party
def well_again(request: HttpRequest, party: Party, token: str) -> HttpResponse:
    """Whether all is well again."""
    asked, yes = _asked(party), _yes(request)
    if yes is None:
        return redirect("customer-case", token=token)
    recovery.confirm(asked.recovery, good=yes, by=party.customer or party.case.customer, at=timezone.now())
    if yes:
        messages.success(request, _("Thank you for telling us."))
    else:
        messages.info(request, _("Thank you. Please tell us below what is still wrong."))
    return redirect("customer-case", token=token)


def _asked(party: Party) -> making_good.Asked:
    asked = making_good.of(party)
    if asked is None:
        raise Http404
    return asked


def _yes(request: HttpRequest) -> bool | None:
    """What was pressed; None for nothing that we offer."""
    return {"yes": True, "no": False}.get(request.POST.get("answer", ""))
