"""Loading the demo company into a fresh installation: all of it or nothing."""

import datetime as dt

from django.db import IntegrityError
from django.utils import translation
from django.utils.translation import gettext as _

from makegood.brands.models import Organisation
from makegood.events import actions as events
from makegood.events.models import Origin
from makegood.events.refusals import Refusal
from makegood.recovery import actions as recovery
from makegood.welcome import code
from makegood.welcome.demo import causes, company, costs, errands, giving, history

WEEKS = 8


def load(*, at: dt.datetime, seed: int = 1, weeks: int | None = None) -> None:
    """Found the demo company as of `weeks` (default: WEEKS) before `at`, and play its history up to then; forget the one-time code.

    Raises Refusal on an installation that is set up, the demo's own included.
    """
    if Organisation.objects.exists():
        raise Refusal(_("Makegood is already set up here, and the demo never loads over that."))
    try:
        with translation.override("en"):
            _load(at=at, seed=seed, weeks=weeks or WEEKS)
    except IntegrityError:
        if Organisation.objects.exists():  # somebody was quicker by a moment
            raise Refusal(_("Makegood is already set up here, and the demo never loads over that.")) from None
        raise
    code.forget()


@events.verb
def _load(*, at: dt.datetime, seed: int, weeks: int) -> None:
    began = at - dt.timedelta(weeks=weeks)
    with events.told_as(Origin.DEMO):
        founded = company.found(began=began)
        causes.plant(by=founded.people["dan"], at=began)
        giving.authorise(founded, at=began)
        errands.know(founded, at=began)
        with events.told_together() as gathering:
            history.play(founded, since=began, until=at, seed=seed, facts=gathering.facts)
        costs.count(founded, since=began)
        _note_customers()


def _note_customers() -> None:
    """The worker then counts who of them came back."""
    last = recovery.note_all_customers()
    while last is not None:
        last = recovery.note_all_customers(after=last)
