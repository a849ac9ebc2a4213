"""What happened in a case, as a person reads it: messages and happenings in one order."""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from makegood.cases.models import Attachment, Case, Delivery, Message, MessageKind
from makegood.cases.routing import wording as routing
from makegood.customers.models import Customer
from makegood.desk import mentioned, undoing
from makegood.events import registry
from makegood.events.models import Event
from makegood.events.prepared import PreparedQuery
from makegood.promises import reasons, sentences
from makegood.recovery import wording as recovery
from makegood.staff.models import User
from makegood.ui import keyset, wording

NEWEST = 25
MOST = 200
BAD = {"promise.broken", "reply.failed", "promise.at_risk", "claim.made"}
TOLD_OF = ("name", "by", "at", "data")
GOOD = {"promise.corrected", "case.confirmed", "case.resolved"}


@dataclasses.dataclass(frozen=True)
class Entry:
    """A message, or a happening told in one sentence. `unread`: it came since this person last looked; `other`: the case that
    the sentence names; `undo`: what takes it back."""

    at: dt.datetime
    message: Message | None = None
    files: tuple[Attachment, ...] = ()
    sentence: str = ""
    tone: str = ""
    unread: bool = False
    other: str = ""
    undo: undoing.Undo | None = None


@dataclasses.dataclass(frozen=True)
class Stretch:
    """A part of what happened, oldest first. `first` is the cursor of its first message; `has_older`: more lies before."""

    entries: list[Entry]
    first: str = ""
    has_older: bool = False

    @property
    def messages(self) -> list[Message]:
        return [entry.message for entry in self.entries if entry.message is not None]

    @property
    def start(self) -> Message | None:
        """Where a reader begins: at the first unread message, else at the newest one."""
        unread = next((entry.message for entry in self.entries if entry.unread), None)
        return unread or next(reversed(self.messages), None)


def stretch(case: Case, *, before: str = "", since: str = "", seen: dt.datetime | None = None) -> Stretch:
    """The newest NEWEST messages with what happened between them; those before a cursor; or all since one (at most
    MOST). `seen` is when the reader last looked; None: never, and then nothing is marked."""
    end, begin = keyset.place(before, keyset.moment), keyset.place(since, keyset.moment)
    newest = SAID(case=case.pk, **_place("before", end), **_place("since", begin))
    most = _most(begin)
    more, newest = len(newest) > most, newest[:most]
    oldest = newest[-1] if newest else None
    files = _files_of(newest)
    told = [
        Entry(at=one.at, message=one, files=tuple(files.get(one.pk, ())), unread=_is_unread(one, seen))
        for one in newest
    ]
    writers = [message.staff for message in newest if message.staff is not None]
    told += _happenings(
        case,
        known={one.ref: one.name for one in (*writers, *([case.owner] if case.owner else []))},
        since=oldest.at if oldest is not None and (more or begin is not None) else None,
        before=end[0] if end is not None else None,
    )
    told.sort(key=lambda entry: (entry.at, entry.message is None))
    return Stretch(entries=told, first=keyset.write(oldest.at, oldest.pk) if oldest else "", has_older=more)


def _place(name: str, place: tuple[dt.datetime, uuid.UUID] | None) -> dict[str, Any]:
    return {name: place and place[0], f"{name}_key": place and place[1]}


def _most(since: object) -> int:
    return NEWEST if since is None else MOST


def _said(case: Any, before: Any, before_key: Any, since: Any, since_key: Any) -> QuerySet[Message]:
    said = Message.objects.filter(case=case).exclude(delivery=Delivery.UNDONE).select_related("staff")
    if before is not None:
        said = said.filter(Q(at__lt=before) | Q(at=before, id__lt=before_key))
    if since is not None:
        said = said.filter(Q(at__gt=since) | Q(at=since, id__gte=since_key))
    return said.order_by("-at", "-id")[: _most(since) + 1]


SAID = PreparedQuery(_said)
FILES = PreparedQuery(lambda messages: Attachment.objects.filter(message__in=messages))


def _files_of(messages: list[Message]) -> dict[uuid.UUID, list[Attachment]]:
    files: dict[uuid.UUID, list[Attachment]] = {}
    for file in FILES(messages=[message.pk for message in messages]):
        files.setdefault(file.message_id, []).append(file)
    return files


def _is_unread(message: Message, seen: dt.datetime | None) -> bool:
    return seen is not None and message.kind == MessageKind.CUSTOMER and message.at > seen


def _happenings(
    case: Case, *, known: dict[str, str], since: dt.datetime | None, before: dt.datetime | None
) -> list[Entry]:
    happened = HAPPENED(about=case.ref, since=since, before=before)
    found = [event for event in happened if event.name in registry.KINDS]
    known = known | {event.by: name for event in found if (name := vars(event)["by_name"])}
    names = names_of(found, case, known=known)
    undo = undoing.of(case, found)
    return [
        Entry(
            at=event.at, sentence=sentence(event, names), tone=_tone(event.name), other=undoing.other_in(event),
            undo=undo.get(event.pk),
        )
        for event in found
    ]  # fmt: skip


def _happened(about: Any, since: Any, before: Any) -> QuerySet[Event]:
    quiet = [kind.name for kind in registry.KINDS.values() if kind.quiet]
    who = Subquery(User.objects.filter(ref=OuterRef("by")).values("name"))
    happened = Event.objects.about(about).exclude(name__in=quiet).only(*TOLD_OF).annotate(by_name=who)
    if since is not None:
        happened = happened.filter(at__gte=since)
    if before is not None:
        happened = happened.filter(at__lt=before)
    return happened.order_by("-at", "-id")[:MOST]


HAPPENED = PreparedQuery(_happened)


def _tone(name: str) -> str:
    return "bad" if name in BAD else "good" if name in GOOD else ""


def names_of(events: Collection[Event], case: Case, *, known: Mapping[str, str]) -> dict[str, str]:
    """What the keys in events are called: staff whose names are `known`, others by one query, the customer, whom they
    copied in, and what else events mention."""
    refs = {event.by for event in events} | {str(event.data.get("owner", "")) for event in events}
    staff = {ref for ref in refs if ref.startswith("S-")} - known.keys()
    names = dict(known)
    if staff:
        names |= User.objects.filter(ref__in=staff).order_by().values_list("ref", "name")
    names[case.customer.key] = case.customer.name or _("The customer")
    others = {ref for ref in refs if ref.startswith("K-")} - names.keys()
    if others:
        copied = Customer.objects.filter(ref__in=others).order_by().values_list("ref", "name")
        names |= {ref: name or _("Somebody whom the customer copied in") for ref, name in copied}
    return names | mentioned.names_in(events)


def _moment(told: str) -> str:
    return wording.full(dt.datetime.fromisoformat(told)) if told else ""


def sentence(event: Event, names: dict[str, str]) -> str:
    """An event's declared sentence, with people called by name and codes put into words."""
    kind = registry.KINDS[event.name]
    data = {name: str(value) for name, value in event.data.items()}
    words = data | {
        "by": names.get(event.by, event.by) or "Makegood",
        "owner": names.get(data.get("owner", ""), "") or _("the team’s rota"),
        "promise": names.get(data.get("commitment", "")) or (sentences.name(data["key"]) if "key" in data else ""),
        "reason": reasons.told(data.get("reason", "")),
        "order": names.get(data.get("order", ""), ""),
        "until": _moment(data.get("until", "")),
        "since": _moment(data.get("since", "")),
        "new_kind": names.get(data.get("case_kind", ""), ""),
        "change": names.get(data.get("change", ""), _("a field")),
        "receiver": names.get(data.get("conversation", ""), ""),
        "tag": names.get(data.get("tag", ""), ""),
        "gift": recovery.of_codes(data["kind"], data["worth"]) if "worth" in data else "",
        "why": routing.told(event.data, names) if "rule" in data else "",
    }
    if event.name == "case.assigned" and event.by and event.by == data["owner"]:
        return _("%(by)s took the case") % words
    if event.name == "case.reopened" and words["reason"]:
        return _("%(by)s reopened the case: %(reason)s") % words
    if event.name == "case.kind_chosen" and not data["case_kind"]:
        return _("%(by)s took the kind %(old_kind)s off") % (words | {"old_kind": names.get(data["before"], "")})
    try:
        return _(kind.sentence) % words
    except KeyError:
        return _(kind.sentence)
