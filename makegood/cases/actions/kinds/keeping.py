"""The list of kinds: added to, named, put in order, retired, taken back into use. None is ever removed."""

import datetime as dt
from collections.abc import Mapping

from makegood.cases.actions import own_words
from makegood.cases.kind_events import KindKept
from makegood.cases.models import Kind
from makegood.events.actions import record, verb
from makegood.staff.models import User

MOST_KINDS = 50


@verb
def add(name: str, *, names: Mapping[str, str], by: User, at: dt.datetime) -> Kind:
    """A new kind, the last of the list. Raises Refusal without a name, for one that is there, and for too many."""
    own_words.check_room(Kind, MOST_KINDS)
    kind = Kind()
    own_words.call(kind, name, names)
    own_words.put_last(kind, otherwise="kind")
    kind.save(force_insert=True)
    _tell(kind, "added", by=by, at=at)
    return kind


@verb
def call(kind: Kind, name: str, *, names: Mapping[str, str], by: User, at: dt.datetime) -> Kind:
    """Other names, on all cases at once; filter words and programs go on calling it by its slug. Raises Refusal as add."""
    own_words.call(kind, name, names)
    kind.save(update_fields=["name", "names"])
    _tell(kind, "named", by=by, at=at)
    return kind


@verb
def move(kind: Kind, *, up: bool, by: User, at: dt.datetime) -> None:
    """Change places with the one above or below."""
    if own_words.move(kind, up=up):
        _tell(kind, "moved", by=by, at=at)


@verb
def retire(kind: Kind, *, by: User, at: dt.datetime) -> None:
    """Choose it no more; cases that have it keep it."""
    if own_words.retire(kind, at=at):
        _tell(kind, "retired", by=by, at=at)


@verb
def use_again(kind: Kind, *, by: User, at: dt.datetime) -> None:
    """It can be chosen again."""
    if own_words.use_again(kind):
        _tell(kind, "used-again", by=by, at=at)


def _tell(kind: Kind, change: str, *, by: User, at: dt.datetime) -> None:
    record(KindKept(case_kind=str(kind.pk), change=change), about="", at=at, by=by.key)
