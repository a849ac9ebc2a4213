"""Reading what happened in cases, many at once: a few questions, however many they are."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from makegood.brands.models import Brand
from makegood.calendars.compiled import ALWAYS, business_calendar
from makegood.cases.models import OPEN_STATES, Case, CaseState, Delivery, FieldValue, Message, MessageKind, Shelf
from makegood.cases.models.fields import OF_CHOICE
from makegood.events.models import Event
from makegood.insight.course import Course, Owned, Said, Settled, Told, Turn, days, waits_since
from makegood.promises.models import Commitment, State
from makegood.staff.models import User

TURNS = {"case.resolved": True, "case.reopened": False}
OWNED = ("case.assigned", "case.handed_over", "case.routed")
LEFT = (Delivery.NONE, Delivery.WAITING, Delivery.SENT)
WAITING = (CaseState.NEW, CaseState.WAITING_FOR_US)
SETTLED = (State.KEPT, State.BROKEN, State.EXCUSED)


def counted(cases: Iterable[Case], zone: ZoneInfo) -> dict[uuid.UUID, Told]:
    """What each case adds to which day of a time zone, and since when it waits; nothing for one on a shelf."""
    all_of_them = list(cases)
    found = {case.pk: Told() for case in all_of_them}
    telling = [case for case in all_of_them if case.shelf == Shelf.NONE]
    said, settled = _said(telling), _settled(telling)
    turns, owned = _happened(telling)
    clocks = _Clocks({case.brand_id for case in telling})
    for case in telling:
        course = Course(
            opened_at=case.opened_at, owner=case.owner_id, is_open=case.state in OPEN_STATES, waits=case.state in WAITING,
            resolved_at=case.resolved_at, closed_at=case.closed_at, said=said[case.pk], turns=turns[case.ref],
            owned=owned[case.ref], settled=settled[case.ref],
        )  # fmt: skip
        by_day = days(course, day_of=lambda at: at.astimezone(zone).date(), worked=clocks.of(case.brand_id))
        found[case.pk] = Told(by_day, waits_since(course))
    return found


def chosen(cases: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[str]]:
    """What is chosen in each case's fields, as "key of the field:slug"."""
    found: dict[uuid.UUID, list[str]] = defaultdict(list)
    rows = FieldValue.objects.filter(case__in=cases, field__type__in=OF_CHOICE).order_by("field_id", "key")
    for case, field, slug in rows.values_list("case", "field", "key"):
        found[case].append(f"{field}:{slug}")
    return found


def _said(cases: list[Case]) -> dict[uuid.UUID, list[Said]]:
    """What customers wrote, and the replies that have left and did not come back."""
    found: dict[uuid.UUID, list[Said]] = defaultdict(list)
    kinds = (MessageKind.CUSTOMER, MessageKind.REPLY)
    rows = Message.objects.filter(case__in=[case.pk for case in cases], kind__in=kinds, delivery__in=LEFT)
    columns = rows.filter(stranger=False).order_by("at", "id").values_list("case", "at", "kind", "staff")
    for case, at, kind, staff in columns:
        found[case].append(Said(at, kind == MessageKind.REPLY, staff))
    return found


def _happened(cases: list[Case]) -> tuple[dict[str, list[Turn]], dict[str, list[Owned]]]:
    """When they were resolved and reopened, and who answered for them since when."""
    turns: dict[str, list[Turn]] = defaultdict(list)
    owned: dict[str, list[Owned]] = defaultdict(list)
    names = (*TURNS, *OWNED, "reply.pressed", "reply.undone")
    told = Event.objects.filter(about__in=[case.ref for case in cases], name__in=names).order_by("at", "id")
    rows = list(told.values_list("name", "about", "at", "by", "data"))
    undone = {data.get("message") for name, _about, _at, _by, data in rows if name == "reply.undone"}
    rows = [row for row in rows if row[0] != "reply.undone" and row[4].get("message") not in undone]
    refs = {by if name == "reply.pressed" else str(data.get("owner", "")) for name, _about, _at, by, data in rows}
    people = dict(User.objects.filter(ref__in=refs - {""}).values_list("ref", "pk"))
    for name, about, at, by, data in rows:
        if name in TURNS:
            turns[about].append(Turn(at, TURNS[name]))
        elif name in OWNED:
            owned[about].append(Owned(at, people.get(str(data.get("owner", "")))))
        elif not owned[about] or owned[about][-1].by is None:
            owned[about].append(Owned(at, people.get(by)))  # whoever answers first answers for it
    return turns, owned


def _settled(cases: list[Case]) -> dict[str, list[Settled]]:
    """What became of the promises to their customers."""
    found: dict[str, list[Settled]] = defaultdict(list)
    rows = Commitment.objects.filter(about__in=[case.ref for case in cases], state__in=SETTLED, customer__isnull=False)
    for about, at, state in rows.order_by("settled_at", "id").values_list("about", "settled_at", "state"):
        if at is not None:
            found[about].append(Settled(at, state))
    return found


class _Clocks:
    """The working time of brands, by the calendar in force when a wait begins."""

    def __init__(self, keys: set[uuid.UUID]) -> None:
        brands = Brand.objects.filter(pk__in=keys).select_related("calendar")
        self._brands = {brand.pk: brand for brand in brands.prefetch_related("calendar__versions")}

    def of(self, key: uuid.UUID) -> "_Clock":
        return _Clock(self._brands[key])


class _Clock:
    def __init__(self, brand: Brand) -> None:
        self._brand = brand

    def __call__(self, start: dt.datetime, end: dt.datetime) -> float:
        """Seconds between two moments in which the brand was open."""
        version = self._brand.calendar.version_at(start)
        calendar = business_calendar(version) if version else ALWAYS
        return calendar.elapsed(start, end).total_seconds()
