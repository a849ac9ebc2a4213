"""The list of fields: added to, changed, put in order, retired, taken back into use. None is ever removed."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from makegood.cases.actions import own_words
from makegood.cases.field_events import FieldKept
from makegood.cases.fields import reading
from makegood.cases.models import Field, FieldType, FieldValue, Kind
from makegood.cases.models.fields import LONGEST_HELP, OF_CHOICE, Needed
from makegood.cases.models.own_words import LONGEST_OWN_WORD
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.staff.models import User

MOST_FIELDS, MOST_CHOICES = 100, 100


@dataclasses.dataclass(frozen=True)
class Look:
    """What a field is to be. `names`, `helps` and `choice_names` are in other languages, by their codes; the lines of the
    last stand for those of `choices`. Without `kinds` all cases have it."""

    name: str
    type: FieldType
    needed: Needed = Needed.NEVER
    help: str = ""
    choices: Sequence[str] = ()
    kinds: Sequence[Kind] = ()
    names: Mapping[str, str] = dataclasses.field(default_factory=dict)
    helps: Mapping[str, str] = dataclasses.field(default_factory=dict)
    choice_names: Mapping[str, Sequence[str]] = dataclasses.field(default_factory=dict)


@verb
def add(look: Look, *, by: User, at: dt.datetime) -> Field:
    """A new field, the last of the list. Raises Refusal without a name or choices, for a name that is there, and for too
    many."""
    own_words.check_room(Field, MOST_FIELDS)
    field = Field(type=look.type)
    _look(field, look)
    own_words.put_last(field, otherwise="field")
    field.save(force_insert=True)
    _tell(field, "added", by=by, at=at)
    return field


@verb
def change(field: Field, look: Look, *, by: User, at: dt.datetime) -> Field:
    """Make it another; what stands in it stays. Raises Refusal as add, and for another type where anything stands in it."""
    field = Field.objects.select_for_update().get(pk=field.pk)
    if look.type != field.type and FieldValue.objects.filter(field=field).exists():
        raise Refusal(
            _("Something stands in this field already, so it stays what it is. Add another one."), field="type"
        )
    field.type = look.type
    _look(field, look)
    field.save()
    _tell(field, "changed", by=by, at=at)
    return field


@verb
def move(field: Field, *, up: bool, by: User, at: dt.datetime) -> None:
    """Change places with the one above or below."""
    if own_words.move(field, up=up):
        _tell(field, "moved", by=by, at=at)


@verb
def retire(field: Field, *, by: User, at: dt.datetime) -> None:
    """Show it no more; what stands in it stays."""
    if own_words.retire(field, at=at):
        _tell(field, "retired", by=by, at=at)


@verb
def use_again(field: Field, *, by: User, at: dt.datetime) -> None:
    """It is shown again, with what stood in it."""
    if own_words.use_again(field):
        _tell(field, "used-again", by=by, at=at)


def _look(field: Field, look: Look) -> None:
    own_words.call(field, look.name, look.names)
    field.needed, field.help = look.needed, look.help.strip()[:LONGEST_HELP]
    field.helps = {code: told.strip()[:LONGEST_HELP] for code, told in look.helps.items() if told.strip()}
    field.kinds = [str(kind.pk) for kind in look.kinds]
    lines = _lines(look.choices)
    if look.type in OF_CHOICE and not lines:
        raise Refusal(_("Write at least one choice."), field="choices")
    if len(lines) > MOST_CHOICES or len({reading.fold(line) for line in lines}) < len(lines):
        raise Refusal(_("Write each choice once, at most a hundred."), field="choices")
    names = {code: _lines(theirs) for code, theirs in look.choice_names.items()}
    field.choices = reading.choices(lines, names, field.choices) if look.type in OF_CHOICE else []


def _lines(lines: Sequence[str]) -> list[str]:
    return [kept for line in lines if (kept := " ".join(line.split())[:LONGEST_OWN_WORD])]


def _tell(field: Field, change: str, *, by: User, at: dt.datetime) -> None:
    record(FieldKept(field=str(field.pk), change=change), about="", at=at, by=by.key)
