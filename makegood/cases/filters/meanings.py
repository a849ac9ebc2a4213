"""What conditions mean to whoever asks: names become keys, days moments. Reads only."""

import dataclasses
import datetime as dt
import functools
import uuid
from collections.abc import Callable, Iterable
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.cases import seeing, seeing_companies
from makegood.cases.filters import days, fields
from makegood.cases.filters.language import FIELD, Asked, Condition, Problem, Unclear
from makegood.cases.models import Field, Kind, Tag, fold_tag
from makegood.cases.models.problems import Problem as KnownProblem
from makegood.staff import permissions
from makegood.staff.models import Team, User

NONE = "none"
OPEN_STATUSES = ("open", "new", "waiting", "pending")
STATUSES = (*OPEN_STATUSES, "resolved", "closed", "junk")
DELETED = "deleted"
SHELVED = {"junk", DELETED}
PROMISES = ("late", "at-risk", "open", NONE)
CHANNELS = ("email", "portal", "api", "desk")
ALSO = {"form": "portal", "mail": "email", "atrisk": "at-risk"}


@dataclasses.dataclass(frozen=True)
class Meaning:
    """A condition as it is asked of the database. `value`: a key, keys (of a tag and what was merged into it), a word that
    is known, moments (since, until), or None for nobody and nothing."""

    name: str
    value: Any
    negated: bool


@dataclasses.dataclass(frozen=True)
class Sought:
    """All conditions, for one person at one moment, and the free words."""

    meanings: tuple[Meaning, ...]
    words: str
    user: User
    at: dt.datetime

    def of(self, name: str) -> list[Meaning]:
        """Those of one name that must hold."""
        return [one for one in self.meanings if one.name == name and not one.negated]

    @property
    def statuses(self) -> set[str]:
        """The statuses of which one must hold; empty: any of a case that lies on no shelf."""
        return {one.value for one in self.of("status")}

    @property
    def is_open(self) -> bool:
        """Whether only cases in work can fit."""
        return bool(self.of("promise")) or (bool(self.statuses) and self.statuses <= set(OPEN_STATUSES))

    @property
    def shelf(self) -> str:
        """The one shelf on which fitting cases lie: "" for none."""
        return next(iter(self.statuses & SHELVED), "")


class Names:
    """Who and what can be named, each list asked for once, when it is needed: many filters may share them."""

    def __init__(self, user: User) -> None:
        self.user = user
        self._tags: dict[str, list[uuid.UUID]] = {}

    @functools.cached_property
    def people(self) -> list[tuple[uuid.UUID, str, str, str]]:
        """Key, name, mail address and reference of all staff, also of those who left."""
        return list(User.objects.order_by("name").values_list("pk", "name", "email", "ref"))

    @functools.cached_property
    def teams(self) -> list[Team]:
        return list(Team.objects.all())

    @functools.cached_property
    def brands(self) -> list[Brand]:
        return list(Brand.objects.all())

    @functools.cached_property
    def kinds(self) -> list[Kind]:
        return list(Kind.objects.in_order())

    @functools.cached_property
    def fields(self) -> dict[str, Field]:
        return {field.slug: field for field in Field.objects.in_order()}

    def tag(self, name: str) -> list[uuid.UUID]:
        """The keys of a tag and of those merged into it; none where there is no such tag."""
        key = fold_tag(name)
        if key not in self._tags:
            tag = Tag.objects.called(name)
            self._tags[key] = list(Tag.objects.same_as(tag).values_list("pk", flat=True)) if tag else []
        return self._tags[key]


def understand(asked: Asked, *, user: User, at: dt.datetime, names: Names | None = None) -> Sought:
    """Ask for what is named. Raises Unclear with all that is not there."""
    names = names or Names(user)
    meanings: list[Meaning] = []
    problems: list[Problem] = []
    for one in asked.conditions:
        try:
            mean = MEANINGS.get(one.name, _field)
            meanings.append(Meaning(one.name, mean(one, names, at), one.negated))
        except Unclear as unclear:
            problems += unclear.problems
    statuses = {one.value for one in meanings if one.name == "status" and not one.negated}
    if statuses & SHELVED and (len(statuses) > 1 or any(one.name == "promise" for one in asked.conditions)):
        problems.append(Problem("alone", "status", next(iter(statuses & SHELVED))))
    if problems:
        raise Unclear(*problems)
    return Sought(tuple(meanings), asked.words, user, at)


def _owner(one: Condition, names: Names, at: dt.datetime) -> uuid.UUID | None:
    if one.value.lower() in ("me", NONE):
        return names.user.pk if one.value.lower() == "me" else None
    folded = one.value.casefold()
    exact = [row for row in names.people if folded in (row[1].casefold(), row[2], row[3].casefold())]
    found = exact or [row for row in names.people if any(part.startswith(folded) for part in row[1].casefold().split())]
    if len(found) > 1:
        raise Unclear(Problem("several", one.name, one.value, tuple(f"{row[1]} ({row[2]})" for row in found[:5])))
    return _first((row[0] for row in found), one)


def _mentioned(one: Condition, names: Names, at: dt.datetime) -> uuid.UUID | None:
    if one.value.lower() == NONE:
        raise Unclear(Problem("none", one.name, one.value))
    return _owner(one, names, at)


def _team(one: Condition, names: Names, at: dt.datetime) -> list[uuid.UUID]:
    if one.value.lower() == "mine":
        return scope.of(names.user).teams
    found = (team.pk for team in names.teams if team.name.casefold() == one.value.casefold())
    return [_first(found, one, (team.name for team in names.teams))]


def _brand(one: Condition, names: Names, at: dt.datetime) -> uuid.UUID:
    folded = one.value.casefold()
    found = (brand.pk for brand in names.brands if folded in (brand.name.casefold(), brand.slug))
    return _first(found, one, (brand.slug for brand in names.brands))


def _tag(one: Condition, names: Names, at: dt.datetime) -> list[uuid.UUID] | None:
    if one.value.lower() == NONE:
        return None
    found = names.tag(one.value)
    if not found:
        raise Unclear(Problem("none", one.name, one.value))
    return found


def _kind(one: Condition, names: Names, at: dt.datetime) -> uuid.UUID | None:
    if one.value.lower() == NONE:
        return None
    folded = one.value.casefold()
    named = [
        (kind.pk, {kind.slug, kind.name.casefold(), *map(str.casefold, kind.names.values())}) for kind in names.kinds
    ]
    found = (pk for pk, called in named if folded in called)
    return _first(found, one, [*(kind.slug for kind in names.kinds if kind.retired_at is None), NONE])


def _problem(one: Condition, names: Names, at: dt.datetime) -> uuid.UUID | None:
    if one.value.lower() == NONE:
        return None
    return _first(KnownProblem.objects.filter(ref=one.value.upper()).values_list("pk", flat=True), one)


def _customer(one: Condition, names: Names, at: dt.datetime) -> uuid.UUID:
    found = seeing.named(names.user, one.value)
    return _first([found.pk] if found else [], one)


def _company(one: Condition, names: Names, at: dt.datetime) -> uuid.UUID:
    found = seeing_companies.named(names.user, one.value)
    return _first([found.pk] if found else [], one)


def _field(one: Condition, names: Names, at: dt.datetime) -> fields.Wanted:
    slug = one.name.removeprefix(FIELD)
    if slug not in names.fields:
        known = [field.slug for field in names.fields.values() if field.retired_at is None]
        raise Unclear(Problem("no-field", one.name, slug, tuple(known)[:20]))
    return fields.wanted(names.fields[slug], one, lambda asked: _owner(asked, names, at), at=at, user=names.user)


def _created(one: Condition, names: Names, at: dt.datetime) -> tuple[dt.datetime | None, dt.datetime | None]:
    zone = ZoneInfo(names.user.timezone)
    try:
        span = days.read(one.value, today=at.astimezone(zone).date())
    except ValueError:
        raise Unclear(Problem("no-day", one.name, one.value))
    return _midnight(span.since, zone), _midnight(span.until, zone)


def _midnight(day: dt.date | None, zone: ZoneInfo) -> dt.datetime | None:
    return dt.datetime.combine(day, dt.time(), tzinfo=zone).astimezone(dt.UTC) if day else None


def _status(one: Condition, names: Names, at: dt.datetime) -> str:
    may_see = permissions.may(names.user, permissions.DELETE_CASES)
    return _known((*STATUSES, DELETED) if may_see else STATUSES, one)


def _first(found: Iterable[uuid.UUID], one: Condition, known: Iterable[str] = ()) -> uuid.UUID:
    for key in found:
        return key
    raise Unclear(Problem("none", one.name, one.value, tuple(known)[:20]))


def _known(words: Iterable[str], one: Condition) -> str:
    words, value = tuple(words), one.value.lower()
    value = ALSO.get(value, value)
    if value not in words:
        raise Unclear(Problem("not-known", one.name, one.value, words))
    return value


def _one_of(words: tuple[str, ...]) -> Callable[[Condition, Names, dt.datetime], str]:
    return lambda one, names, at: _known(words, one)


MEANINGS: dict[str, Callable[[Condition, Names, dt.datetime], Any]] = {
    "owner": _owner,
    "team": _team,
    "brand": _brand,
    "channel": _one_of(CHANNELS),
    "status": _status,
    "promise": _one_of(PROMISES),
    "kind": _kind,
    "tag": _tag,
    "language": _one_of(tuple(code for code, _name in settings.LANGUAGES)),
    "customer": _customer,
    "company": _company,
    "created": _created,
    "mentioned": _mentioned,
    "problem": _problem,
}
