"""The playbooks that leads keep."""

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import gettext as _

from makegood.cases.checklist_events import PlaybookSaved
from makegood.cases.models import Playbook, StepTask
from makegood.cases.models.checklists import LONGEST_STEP, MOST_STEPS
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.staff.models import Team, User


@verb
def save_playbook(
    playbook: Playbook | None,
    *,
    name: str,
    steps: Iterable[str],
    team: Team | None,
    in_turn: bool = False,
    is_active: bool = True,
    by: User,
    at: dt.datetime,
) -> Playbook:
    """Write one down, or change it; checklists that were started stay as they are. Who does a step, and whether it waits,
    is forgotten where its words are others. `in_turn`: each step waits for those before it. Raises Refusal."""
    words = [one for step in steps if (one := " ".join(step.split()))]
    if not words:
        raise Refusal(_("Write at least one step."), field="steps")
    if len(words) > MOST_STEPS:
        raise Refusal(_("At most %(most)d steps.") % {"most": MOST_STEPS}, field="steps")
    if any(len(one) > LONGEST_STEP for one in words):
        raise Refusal(_("A step has at most %(most)d letters.") % {"most": LONGEST_STEP}, field="steps")
    kept = playbook or Playbook()
    kept.name, kept.steps, kept.team, kept.is_active = name.strip()[:100], words, team, is_active
    kept.in_turn, kept.waiting = in_turn, [one for one in kept.waiting if one in words]
    kept.save()
    StepTask.objects.filter(playbook=kept).exclude(words__in=words).delete()
    record(PlaybookSaved(playbook=str(kept.pk)), about="", at=at, by=by.key)
    return kept


@verb
def retire_playbook(playbook: Playbook, *, by: User, at: dt.datetime) -> Playbook:
    """It is started no more; checklists that were started go on. Said again, it stays so."""
    if Playbook.objects.filter(pk=playbook.pk, is_active=True).update(is_active=False):
        record(PlaybookSaved(playbook=str(playbook.pk)), about="", at=at, by=by.key)
    playbook.is_active = False
    return playbook
