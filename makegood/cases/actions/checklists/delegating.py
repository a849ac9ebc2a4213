"""How the steps of a playbook go: a lead says who else does which and by when, and which wait for those before them."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from makegood.cases.actions.checklists.keeping import save_playbook
from makegood.cases.checklist_events import PlaybookSaved
from makegood.cases.errand import StepErrand
from makegood.cases.models import Playbook, StepTask
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.promises.own_words import by_when
from makegood.staff.models import User


@verb
def delegate(
    playbook: Playbook, errands: Iterable[StepErrand], *, waiting: Iterable[str] = (), by: User, at: dt.datetime
) -> None:
    """Say which steps are tasks, and which wait for those before them, by their words; in place of what was said before.
    Raises Refusal, whose `field` is the step's words."""
    said, wait = list(errands), list(dict.fromkeys(waiting))
    for words in wait:
        _check_step(playbook, words)
    for one in said:
        _check(playbook, one, by=by, at=at)
    StepTask.objects.filter(playbook=playbook).delete()
    StepTask.objects.bulk_create(
        StepTask(
            playbook=playbook, words=one.step, team=one.receiver.team, contractor=one.receiver.contractor,
            by_when=one.by_when.strip(),
        )
        for one in said
    )  # fmt: skip
    playbook.waiting = wait
    playbook.save(update_fields=["waiting"])
    record(PlaybookSaved(playbook=str(playbook.pk)), about="", at=at, by=by.key)


@verb
def describe_playbook(
    playbook: Playbook | None,
    *,
    errands: Iterable[StepErrand],
    waiting: Iterable[str],
    by: User,
    at: dt.datetime,
    **kept: Any,
) -> Playbook:
    """All of it at once: what `save_playbook` keeps, and how its steps go. Raises Refusal as both do; nothing is kept then."""
    saved = save_playbook(playbook, **kept, by=by, at=at)
    delegate(saved, errands, waiting=waiting, by=by, at=at)
    return saved


def _check(playbook: Playbook, errand: StepErrand, *, by: User, at: dt.datetime) -> None:
    to = errand.receiver
    _check_step(playbook, errand.step)
    if (to.team is None) == (to.contractor is None):
        raise Refusal(_("Choose one team or one contractor."), field=errand.step)
    words = errand.by_when.strip()
    if words and by_when(words, now=at, zone=ZoneInfo(by.timezone), language=by.language) is None:
        raise Refusal(_("This time is not understood, or it has gone by."), field=errand.step)


def _check_step(playbook: Playbook, words: str) -> None:
    if words not in playbook.steps:
        raise Refusal(_("The playbook has no such step."), field=words)
