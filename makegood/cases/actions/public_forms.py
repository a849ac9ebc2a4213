"""The forms of kinds: kept by administrators, and sent by customers."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from makegood.cases.actions import own_words, rows
from makegood.cases.actions.fields import filling
from makegood.cases.actions.kinds import choosing
from makegood.cases.fields.reading import Held
from makegood.cases.models import Case, Field, FieldType, Kind, PublicForm
from makegood.cases.models.public_forms import LONGEST_INTRODUCTION, askable
from makegood.cases.public_form_events import PublicFormKept
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.orders.models import Order
from makegood.staff.models import User


@dataclasses.dataclass(frozen=True)
class Look:
    """What a form is to be. `names` and `introductions` are in other languages, by their codes; `asks`: which fields, and
    whether each is required."""

    name: str
    is_offered: bool
    introduction: str = ""
    names: Mapping[str, str] = dataclasses.field(default_factory=dict)
    introductions: Mapping[str, str] = dataclasses.field(default_factory=dict)
    asks: Mapping[Field, bool] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True)
class Told:
    """What a customer says in a form beside their words: of what kind the matter is, and what stands in its fields."""

    kind: Kind
    filled: Sequence[tuple[Field, Sequence[Held]]] = ()


@verb
def keep(kind: Kind, look: Look, *, by: User, at: dt.datetime) -> PublicForm:
    """Let this be the form of the kind. Raises Refusal without a name, and for a field that it cannot ask for."""
    kind = Kind.objects.select_for_update().get(pk=kind.pk)
    form = PublicForm.objects.filter(kind=kind).first() or PublicForm(kind=kind)
    form.name, form.is_offered = own_words.tidy(look.name), look.is_offered
    if not form.name:
        raise Refusal(_("Give it a name."), field="name")
    if not set(look.asks) <= set(askable(kind)):
        raise Refusal(_("Customers are asked only for fields that cases of this kind have, and never for a colleague."))
    form.names = {code: name for code, told in look.names.items() if (name := own_words.tidy(told))}
    form.introduction = look.introduction.strip()[:LONGEST_INTRODUCTION]
    told = {code: words.strip()[:LONGEST_INTRODUCTION] for code, words in look.introductions.items()}
    form.introductions = {code: words for code, words in told.items() if words}
    form.asks = {str(field.pk): required for field, required in look.asks.items()}
    form.save()
    kept = PublicFormKept(case_kind=str(kind.pk), is_offered=form.is_offered)
    record(kept, about="", at=at, by=by.key)
    return form


@verb
def take_in(case: Case, told: Told, *, at: dt.datetime) -> Case:
    """Let the case be and hold what its customer said in the form. An order is theirs, or stays a text."""
    case = choosing.put(rows.lock(case), told.kind, by=case.customer.key, at=at)
    for field, held in told.filled:
        known = [_with_order(one, case) for one in held] if field.type == FieldType.ORDER else held
        filling.put(case, field, known, by=case.customer.key, at=at, from_customer=True)
    return case


def _with_order(held: Held, case: Case) -> Held:
    return dataclasses.replace(held, order=_own_order(case, held.text))


def _own_order(case: Case, number: str) -> Order | None:
    return Order.objects.of_customer(case.customer).filter(brand=case.brand_id, number__iexact=number).first()
