"""What events mention beside people: orders, tags, kinds and their like, and what each is called in a sentence."""

import dataclasses
from collections.abc import Callable, Collection, Iterable
from typing import Any

from django.utils.translation import gettext as _

from makegood.cases.models import FieldChange, Kind, SideConversation, Skill, Tag
from makegood.events.models import Event
from makegood.orders.models import Order
from makegood.promises.models import OWN_WORDS, Commitment


@dataclasses.dataclass(frozen=True)
class Mention:
    """One sort of thing: its keys in an event's data, and what those of the keys that are still there are called."""

    keys: Callable[[Event], Iterable[str]]
    called: Callable[[set[str]], Iterable[tuple[Any, str]]]


def names_in(events: Collection[Event]) -> dict[str, str]:
    """By their keys, the names of all that is mentioned: one query for each sort that is."""
    names: dict[str, str] = {}
    for mention in MENTIONS:
        keys = {key for event in events for key in mention.keys(event)} - {""}
        if keys:
            names |= {str(key): name for key, name in mention.called(keys)}
    return names


def _in(*fields: str, of: str = "") -> Callable[[Event], Iterable[str]]:
    """The keys in these fields of an event's data; of events named `of` alone, where it is given."""
    return lambda event: (
        [event.data[field] for field in fields if field in event.data] if of in ("", event.name) else []
    )


def _changed(one: FieldChange) -> str:
    """What stood in a field and stands there now; once that is erased, the field alone."""
    if not one.before and not one.after:
        return str(one.field)
    words = {"field": str(one.field), "before": one.before or "–", "after": one.after or "–"}
    return _("%(field)s: %(before)s → %(after)s") % words


MENTIONS = (
    Mention(_in("order"), lambda keys: Order.objects.filter(ref__in=keys).order_by().values_list("ref", "number")),
    Mention(
        lambda event: [event.data["commitment"]] if event.data.get("key") == OWN_WORDS else [],
        lambda keys: Commitment.objects.filter(pk__in=keys).exclude(words="").values_list("pk", "words"),
    ),
    Mention(_in("tag"), lambda keys: Tag.objects.filter(pk__in=keys).values_list("pk", "name")),
    Mention(
        lambda event: [event.data[key] for key in ("case_kind", "before")] if "case_kind" in event.data else [],
        lambda keys: [(kind.pk, str(kind)) for kind in Kind.objects.filter(pk__in=keys)],
    ),
    Mention(
        _in("conversation", of="message.forwarded"),
        lambda keys: SideConversation.objects.filter(pk__in=keys).values_list("pk", "address"),
    ),
    Mention(
        lambda event: event.data.get("asked", ()) if event.name == "case.routed" else [],
        lambda keys: [(skill.pk, str(skill)) for skill in Skill.objects.filter(pk__in=keys)],
    ),
    Mention(
        _in("change", of="case.field_filled"),
        lambda keys: [
            (one.pk, _changed(one)) for one in FieldChange.objects.filter(pk__in=keys).select_related("field")
        ],
    ),
)
