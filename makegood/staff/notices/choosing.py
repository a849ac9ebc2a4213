"""How somebody wants to be told. Reads only."""

import dataclasses
from collections.abc import Iterable

from makegood.staff.models import User
from makegood.staff.notices.kinds import Kind, Way
from makegood.staff.notices.models import Choice

PUSHED = {Kind.MENTION, Kind.RISK}  # by devices, until somebody chooses otherwise


@dataclasses.dataclass(frozen=True)
class Told:
    """How somebody is told something."""

    way: Way
    is_pushed: bool
    is_listed: bool


def way(user: User, kind: Kind) -> Way:
    """What they have chosen for this kind."""
    chosen = Choice.objects.filter(user=user, kind=kind).values_list("way", flat=True).first()
    return Way(chosen) if chosen else _usual(user)


def told(user: User, kind: Kind) -> Told:
    """How this kind comes to them: in which way, on the screens of their devices, and on their page, where all stands that
    they did not say they want to hear nothing of. Nobody who left is told anything."""
    if not user.is_active:
        return Told(Way.NOT, is_pushed=False, is_listed=False)
    chosen = Choice.objects.filter(user=user, kind=kind).first()
    if chosen is None:
        return Told(_usual(user), is_pushed=kind in PUSHED, is_listed=True)
    way = Way(chosen.way)
    return Told(way, is_pushed=chosen.by_push, is_listed=way is not Way.NOT)


def pushed(user: User) -> list[Kind]:
    """Which kinds their devices show."""
    chosen = dict(Choice.objects.filter(user=user).values_list("kind", "by_push"))
    return [kind for kind in Kind if chosen.get(kind, kind in PUSHED)]


def by_mail(people: Iterable[User], kind: Kind) -> list[User]:
    """Those of them who want a mail at once, in the same order; one question for all."""
    people = list(people)
    chosen = dict(Choice.objects.filter(user__in=people, kind=kind).values_list("user", "way"))
    return [user for user in people if chosen.get(user.pk, _usual(user)) == Way.MAIL]


def ways(user: User) -> dict[Kind, Way]:
    """The same, of every kind."""
    chosen = dict(Choice.objects.filter(user=user).values_list("kind", "way"))
    return {kind: Way(chosen[kind]) if kind in chosen else _usual(user) for kind in Kind}


def _usual(user: User) -> Way:
    """Before they choose: by mail, unless they once said that they want none."""
    return Way.MAIL if user.wants_mail else Way.NOT
