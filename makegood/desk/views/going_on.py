"""A reply that met a closed case is not lost: it waits in a case that follows."""

import datetime as dt

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from makegood.cases import actions as cases
from makegood.cases.actions.drafting import Unsent
from makegood.cases.models import Case
from makegood.staff.models import User


def after_closing(request: HttpRequest, case: Case, unsent: Unsent, *, by: User, at: dt.datetime) -> Case:
    """The case in which the words stand now, ready to be sent; the closed one itself where its customer was erased."""
    if case.customer.erased_at is not None:
        messages.error(request, _("Its customer was erased, and all that was said with them."))
        return case
    new = cases.follow_up(case, unsent=unsent, by=by, at=at)
    told = _(
        "Nothing was sent, as %(ref)s is closed. Your words stand here, in a case that follows it: look, and send them."
    )
    messages.warning(request, told % {"ref": case.ref})
    return new
