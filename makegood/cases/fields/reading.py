"""What is typed into a field, as it is kept. Asks the database only for colleagues and orders."""

import dataclasses
import datetime as dt
import unicodedata
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation

from django.utils.formats import sanitize_separators
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makegood.cases.models import Case, Field, FieldType
from makegood.cases.models.fields import LONGEST_KEY
from makegood.events.refusals import Refusal
from makegood.orders.models import Order
from makegood.staff.models import User

LONGEST_TEXT = 2000
MOST = Decimal(10) ** 13
PLACES = 6


@dataclasses.dataclass(frozen=True)
class Held:
    """What will stand in a row of FieldValue."""

    key: str = ""
    slot: str = ""
    text: str = ""
    number: Decimal | None = None
    day: dt.date | None = None
    person: User | None = None
    order: Order | None = None


def read(field: Field, typed: Sequence[str], case: Case | None) -> list[Held]:
    """What these words mean in this field; nothing where all are empty. `case`: whose customer's orders count. Raises
    Refusal with what would do."""
    words = [word for one in typed if (word := one.replace("\x00", "").strip())]
    if field.type == FieldType.CHOICES:
        return [_choice(field, word, case, slot=True) for word in dict.fromkeys(words)]
    return [READ[FieldType(field.type)](field, words[0], case)] if words else []


def read_from_customer(field: Field, typed: Sequence[str]) -> list[Held]:
    """What a customer's words mean. The number of an order is a text, whether there is such an order or not. Raises
    Refusal."""
    if field.type != FieldType.ORDER:
        return read(field, typed, None)
    words = [word for one in typed if (word := one.replace("\x00", "").strip())]
    return [Held(key=fold(word), text=word[:LONGEST_KEY]) for word in words[:1]]


def fold(text: str) -> str:
    """By what two texts are the same: whatever the case of their letters, their width and their spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())[:LONGEST_KEY]


def slug_of(field: Field, word: str) -> str:
    """The slug of a choice, which may be named by it or by its name; "" where there is none such."""
    folded = fold(word)
    for one in field.choices:
        if folded in (one["slug"], fold(one["name"]), *map(fold, one["names"].values())):
            return str(one["slug"])
    return ""


def choices(
    lines: Sequence[str], names: dict[str, list[str]], before: Sequence[dict[str, object]]
) -> list[dict[str, object]]:
    """The choices of these lines, and their names in other languages line by line. One that is called as before keeps its
    slug, and so does one that only is called otherwise in its place; what is left out stands behind as retired."""
    standing = [one for one in before if not one["retired"]]
    by_name = {fold(str(one["name"])): one for one in before}
    taken, found = {str(one["slug"]) for one in before}, list[dict[str, object]]()
    same_length = len(standing) == len(lines)
    for place, line in enumerate(lines):
        old = by_name.get(fold(line))
        if old is None and same_length and fold(str(standing[place]["name"])) not in map(fold, lines):
            old = standing[place]
        slug = str(old["slug"]) if old else _free(slugify(line, allow_unicode=True)[:50] or "choice", taken)
        taken.add(slug)
        called = {code: theirs[place] for code, theirs in names.items() if place < len(theirs) and theirs[place]}
        found.append({"slug": slug, "name": line, "names": called, "retired": False})
    kept = {one["slug"] for one in found}
    return found + [{**one, "retired": True} for one in before if one["slug"] not in kept]


def _free(wished: str, taken: set[str]) -> str:
    slug, number = wished, 2
    while slug in taken:
        slug, number = f"{wished}-{number}", number + 1
    return slug


def _text(field: Field, word: str, case: Case | None) -> Held:
    if len(word) > LONGEST_TEXT:
        told = ngettext("At most %(most)d letter.", "At most %(most)d letters.", LONGEST_TEXT)
        raise Refusal(told % {"most": LONGEST_TEXT})
    return Held(key=fold(word), text=word)


def number_of(word: str) -> Decimal:
    """A number as it is typed in the reader's language. Raises ValueError."""
    try:
        found = Decimal(str(sanitize_separators(word.replace("\u2212", "-"))))
    except InvalidOperation:
        raise ValueError("this is no number")
    if not found.is_finite() or abs(found) >= MOST:
        raise ValueError("this is no number that can be kept")
    return round(found, PLACES)


def _number(field: Field, word: str, case: Case | None) -> Held:
    try:
        return Held(number=number_of(word))
    except ValueError:
        raise Refusal(_("“%(value)s” is no number.") % {"value": word[:40]})


def _date(field: Field, word: str, case: Case | None) -> Held:
    try:
        day = dt.date.fromisoformat(word)
    except ValueError:
        raise Refusal(_("“%(value)s” is no day. Write it as 2026-11-01.") % {"value": word[:40]})
    return Held(day=day)


def _choice(field: Field, word: str, case: Case | None, *, slot: bool = False) -> Held:
    slug = slug_of(field, word)
    if not slug:
        raise Refusal(_("“%(value)s” is not among the choices.") % {"value": word[:40]})
    return Held(key=slug, slot=slug if slot else "")


def _person(field: Field, word: str, case: Case | None) -> Held:
    person = User.objects.working().filter(ref=word).first()
    if person is None:
        raise Refusal(_("Choose somebody who works here."))
    return Held(key=person.ref, person=person)


def _order(field: Field, word: str, case: Case | None) -> Held:
    order = Order.objects.of_customer(case.customer).filter(ref=word).first() if case else None
    if order is None:
        raise Refusal(_("Choose one of this customer’s orders."))
    return Held(key=fold(order.number), order=order)


READ: dict[FieldType, Callable[[Field, str, Case | None], Held]] = {
    FieldType.TEXT: _text,
    FieldType.NUMBER: _number,
    FieldType.DATE: _date,
    FieldType.CHOICE: _choice,
    FieldType.PERSON: _person,
    FieldType.ORDER: _order,
}
