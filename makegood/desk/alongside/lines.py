"""What a reply does besides, as lines of the composer that can be unticked; and what is left of them when it is sent."""

import dataclasses
import uuid
from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makegood.cases.actions.alongside import Alongside
from makegood.cases.models import Kind
from makegood.desk.nudging import typed as nudge_typed
from makegood.events.refusals import Refusal

TAGS, KIND, TAKES, SNOOZE, HAND_OVER = "also_tags", "also_kind", "also_takes", "also_snooze_days", "also_hand_over"
NUDGE = nudge_typed.ALSO
RESOLVES = "resolves"  # the composer has this one anyway
FIELDS = (TAGS, KIND, TAKES, SNOOZE, HAND_OVER, NUDGE)
LONGEST_SNOOZE, LONGEST_TAGS = 365, 400
Kinds = Mapping[str, str]
Offers = Mapping[str, str]


@dataclasses.dataclass(frozen=True)
class Line:
    """A box of the composer, and what is read beside it."""

    name: str
    value: str
    label: str


def of_template(key: str, does: Mapping[str, Any], kinds: Kinds, offers: Offers) -> list[Line]:
    """What a template brings; `kinds` are those in use, `offers` what is said of handing over with a template, by key."""
    typed = {
        TAGS: ", ".join(does.get("tags", ())),
        KIND: does.get("kind", ""),
        TAKES: "1" if does.get("takes") else "",
        SNOOZE: str(does.get("snooze_days") or ""),
        HAND_OVER: key,
        NUDGE: f"{does['nudge_days']}.{does.get('nudge_resolves', 0)}" if does.get("nudge_days") else "",
    }
    resolves = [Line(RESOLVES, "1", _("Resolve the case once it has left"))] if does.get("resolves") else []
    return [*of_typed(typed, kinds, offers), *resolves]


def of_typed(typed: Mapping[str, str], kinds: Kinds, offers: Offers) -> list[Line]:
    """What stands in the composer, as it came back from there."""
    days, kind = _days(typed.get(SNOOZE, "")), typed.get(KIND, "")
    lines = []
    if tags := typed.get(TAGS, ""):
        lines.append(Line(TAGS, tags, _("Tag the case: %(tags)s") % {"tags": tags}))
    if kind in kinds:
        lines.append(Line(KIND, kind, _("Make it of the kind: %(kind)s") % {"kind": kinds[kind]}))
    if typed.get(TAKES):
        lines.append(Line(TAKES, "1", _("Take the case")))
    if days:
        told = ngettext("Snooze it for %(n)d day", "Snooze it for %(n)d days", days) % {"n": days}
        lines.append(Line(SNOOZE, str(days), told))
    if nudge := typed.get(NUDGE, ""):
        lines += _nudge(nudge)
    if (key := typed.get(HAND_OVER, "")) in offers:
        lines.append(Line(HAND_OVER, key, offers[key]))
    return lines


def _nudge(value: str) -> list[Line]:
    days, _stop, resolves = value.partition(".")
    n, further = _days(days), _days(resolves)
    if not n:
        return []
    reminded = ngettext(
        "Remind the customer after %(n)d day of silence", "Remind the customer after %(n)d days of silence", n
    )
    resolved = ngettext("resolve the case %(n)d day later", "resolve the case %(n)d days later", further)
    told = [reminded % {"n": n}, *([resolved % {"n": further}] if further else [])]
    return [Line(NUDGE, value, "; ".join(told))]


def typed(sent: QueryDict) -> dict[str, str]:
    """The boxes that are still ticked, for the draft; where two templates brought some, their tags together."""
    names = ", ".join(dict.fromkeys(sent.getlist(TAGS)))[:LONGEST_TAGS]
    return {TAGS: names} | {name: sent.get(name, "")[:40] for name in (KIND, TAKES, SNOOZE, HAND_OVER, NUDGE)}


def read(sent: QueryDict) -> Alongside:
    """What is to be done at once. Raises Refusal for a kind that there is not."""
    ticked = typed(sent)
    names = dict.fromkeys(name.strip() for name in ticked[TAGS].split(",") if name.strip())
    return Alongside(
        tags=tuple(names),
        kind=_kind(ticked[KIND]) if ticked[KIND] else None,
        takes=bool(ticked[TAKES]),
    )


def snooze_days(sent: QueryDict) -> int:
    """For how long the case rests once the reply has left; 0: not at all."""
    return _days(typed(sent)[SNOOZE])


def _kind(key: str) -> Kind:
    try:
        found = Kind.objects.filter(pk=uuid.UUID(key)).first()
    except ValueError:
        found = None
    if found is None:
        raise Refusal(_("Choose a kind from the list."))
    return found


def _days(text: str) -> int:
    return min(int(text), LONGEST_SNOOZE) if text.isascii() and text.isdigit() else 0
