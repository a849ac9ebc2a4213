"""Keeping the tree of causes: add, rename, retire, take back into use. Nothing is ever removed."""

import datetime as dt

from django.utils.translation import gettext as _

from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.recovery.models import DEEPEST, Cause
from makegood.recovery.recovery_events import CauseKept
from makegood.staff.models import User


@verb
def add_cause(name: str, *, under: Cause | None, by: User, at: dt.datetime) -> Cause:
    """A new cause. Raises Refusal without a name, for one that stands there already, or too deep a tree."""
    if under is not None and len(under.path) >= DEEPEST:
        told = _("The tree has at most %(count)d levels.") % {"count": DEEPEST}
        raise Refusal(told, field="name")
    added = Cause(parent=under)
    _name(added, name)
    added.save(force_insert=True)
    _tell(added, "added", by=by, at=at)
    return added


@verb
def rename_cause(cause: Cause, name: str, *, by: User, at: dt.datetime) -> Cause:
    """Another name, there too where it was chosen. Raises Refusal as add_cause."""
    _name(cause, name)
    cause.save(update_fields=["name"])
    _tell(cause, "renamed", by=by, at=at)
    return cause


@verb
def retire_cause(cause: Cause, *, by: User, at: dt.datetime) -> None:
    """Choose it no more, nor what stands under it."""
    cause.retired_at = cause.retired_at or at
    cause.save(update_fields=["retired_at"])
    _tell(cause, "retired", by=by, at=at)


@verb
def use_cause_again(cause: Cause, *, by: User, at: dt.datetime) -> None:
    """It can be chosen again."""
    cause.retired_at = None
    cause.save(update_fields=["retired_at"])
    _tell(cause, "used-again", by=by, at=at)


def _name(cause: Cause, name: str) -> None:
    name = " ".join(name.split())[:80]
    if not name:
        raise Refusal(_("Give it a name."), field="name")
    if Cause.objects.filter(parent=cause.parent, name=name).exclude(pk=cause.pk).exists():
        raise Refusal(_("There is one of this name already."), field="name")
    cause.name = name


def _tell(cause: Cause, change: str, *, by: User, at: dt.datetime) -> None:
    record(CauseKept(cause=str(cause.pk), change=change), about="", at=at, by=by.key)
