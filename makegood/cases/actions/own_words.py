"""The organisation's own lists, as several verbs keep them: named, with a slug, in an order."""

import datetime as dt
import unicodedata
from collections.abc import Mapping
from typing import TypeVar

from django.conf import settings
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makegood.cases.models.own_words import LONGEST_OWN_WORD, OwnWord
from makegood.events.refusals import Refusal

Word = TypeVar("Word", bound=OwnWord)


def call(one: OwnWord, name: str, names: Mapping[str, str]) -> None:
    """Give it a name, and names in other languages. Does not save. Raises Refusal without one, and where another has it."""
    one.name = tidy(name)
    if not one.name:
        raise Refusal(_("Give it a name."), field="name")
    others = type(one)._default_manager.exclude(pk=one.pk)
    if others.filter(name__iexact=one.name, retired_at=None).exists():
        raise Refusal(_("There is one of this name already."), field="name")
    known = [code for code, _name in settings.LANGUAGES]
    one.names = {code: told for code in known if (told := tidy(names.get(code, "")))}


def put_last(one: OwnWord, *, otherwise: str) -> None:
    """The last of its list, with a slug that no other has, made of its name, or where that has no letter, of another
    word. Does not save."""
    rows = type(one)._default_manager
    last = rows.aggregate(last=Max("position"))["last"]
    one.position = 0 if last is None else last + 1
    wished = slugify(one.name, allow_unicode=True)[: LONGEST_OWN_WORD - 4] or otherwise
    one.slug, number = wished, 2
    while rows.filter(slug=one.slug).exists():
        one.slug, number = f"{wished}-{number}", number + 1


def move(one: OwnWord, *, up: bool) -> bool:
    """Change places with its neighbour of the list; False at its end."""
    held = list(type(one)._default_manager.select_for_update().order_by("position", "id"))
    place = next(place for place, other in enumerate(held) if other.pk == one.pk)
    there = place + (-1 if up else 1)
    if not 0 <= there < len(held):
        return False
    held[place], held[there] = held[there], held[place]
    for position, other in enumerate(held):
        if other.position != position:
            other.position = position
            other.save(update_fields=["position"])
    return True


def retire(one: OwnWord, *, at: dt.datetime) -> bool:
    """It can be chosen no more. False where it was retired before."""
    return bool(type(one)._default_manager.filter(pk=one.pk, retired_at=None).update(retired_at=at))


def use_again(one: OwnWord) -> bool:
    """It can be chosen again. False where it could be."""
    return bool(type(one)._default_manager.filter(pk=one.pk).exclude(retired_at=None).update(retired_at=None))


def check_room(one: type[OwnWord], most: int) -> None:
    """Raises Refusal where a list is as long as it may be."""
    if one._default_manager.filter(retired_at=None).count() >= most:
        told = ngettext("There can be %(most)d of these.", "There can be %(most)d of these.", most)
        raise Refusal(told % {"most": most})


def tidy(name: str) -> str:
    """Without what is not printed, and with one space between words; as long as a name may be."""
    kept = "".join(letter for letter in unicodedata.normalize("NFC", name) if letter.isprintable())
    return " ".join(kept.split())[:LONGEST_OWN_WORD].strip()
