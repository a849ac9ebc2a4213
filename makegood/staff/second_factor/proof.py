"""Asking somebody who is signed in once more, before a change that would help whoever has found their screen open."""

import datetime as dt

from django.utils.translation import gettext as _

from makegood.staff import actions as staff
from makegood.staff import limits
from makegood.staff.models import User
from makegood.staff.second_factor import actions as second_factor
from makegood.staff.second_factor.forms import ProofForm


def given(form: ProofForm, user: User, *, at: dt.datetime) -> bool:
    """Whether the form proves that it is this person; else it says why not. Tries are counted."""
    if not form.is_valid():
        return False
    proof, tries = form.cleaned_data["proof"], limits.subject("password of", user.key)
    if not staff.attempt(tries, most=limits.PASSWORD_TRIES, within=limits.MINUTE, at=at):
        form.add_error(None, _("Too many tries. Wait a minute, then try again."))
    elif user.has_usable_password():
        if user.check_password(proof):
            return True
        form.add_error("proof", _("This is not your password."))
    elif second_factor.take_code(user, proof, at=at):
        return True
    else:
        form.add_error("proof", _("This is not the code that the app shows now. Wait for the next one, and try it."))
    return False
