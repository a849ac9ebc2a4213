"""What becomes of a reply that leaves later: another time, or now."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from makegood.cases import actions as cases
from makegood.cases import typed_times
from makegood.cases.models import Case
from makegood.desk.snoozing.typed import LONGEST
from makegood.desk.views import case as pages
from makegood.desk.views.acts import act, back
from makegood.events.refusals import Refusal
from makegood.staff.models import User
from makegood.ui import wording


@act()
def depart(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """Let it leave at the time that is typed into `when`, or now where nothing is."""
    message, now = pages.message_of(case, key), timezone.now()
    words = request.POST.get("when", "").strip()[:LONGEST]
    leaves_at = typed_times.read(words, case, by=user, at=now) if words else None
    try:
        if words and leaves_at is None:
            raise Refusal(_("This is not understood, or it has gone by. Write for example: tomorrow 9, in 2 hours."))
        if leaves_at is None:
            done = cases.send_now(message, by=user, at=now)
        else:
            done = cases.put_off(message, leaves_at=leaves_at, by=user, at=now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return pages.page(request, pages.find(user, case.ref), status=422)
    except cases.StaleReply:
        messages.error(request, _("They wrote again since. Read that first."))
        return pages.page(request, pages.find(user, case.ref), status=409)
    if not done:
        messages.warning(request, _("It has left already."))
    elif leaves_at is not None:
        messages.success(request, _("It leaves on %(when)s.") % {"when": wording.full(leaves_at)})
    return back(request, case, to=f"m-{message.pk}")
