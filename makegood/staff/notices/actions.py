"""Choosing what to be told; noting it on one's page, holding it for a digest, and telling it."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from makegood.events import actions as events
from makegood.staff.models import User
from makegood.staff.notices import rhythm
from makegood.staff.notices.events import NoticeCame, NoticesChosen, NoticesRead
from makegood.staff.notices.kinds import Kind, Way
from makegood.staff.notices.models import Choice, Digest, Held, Notice

KEPT = dt.timedelta(days=30)  # so long it is known what was told, though not in which words
LISTED = dt.timedelta(days=90)  # so long it stands on one's page


@events.verb
def choose(
    user: User,
    ways: Mapping[Kind, Way],
    *,
    times: Collection[dt.time],
    days: Collection[int],
    by_push: Collection[Kind] = (),
    by: str,
    at: dt.datetime,
) -> None:
    """How this person is told of each kind from now on, which their devices show, and when their digest comes. What is held already waits for it."""
    User.objects.select_for_update().get(pk=user.pk)
    Choice.objects.filter(user=user, kind__in=ways).delete()
    Choice.objects.bulk_create(
        [Choice(user=user, kind=kind, way=way, by_push=kind in by_push) for kind, way in ways.items()]
    )
    told = {"times": sorted({f"{time:%H:%M}" for time in times}), "days": sorted(set(days))}
    digest, _made = Digest.objects.update_or_create(user=user, defaults=told)
    _plan(digest, at=at)
    events.record(NoticesChosen(), about=user.key, by=by, at=at)


@events.verb
def plan(user: User, *, at: dt.datetime) -> None:
    """Their digest comes by another clock now: they have changed their time zone."""
    for digest in Digest.objects.select_for_update().filter(user=user).select_related("user"):
        _plan(digest, at=at)


@events.verb
def hold(user: User, kind: Kind, *, key: str, about: str, said: str, url: str, at: dt.datetime) -> None:
    """Keep it for the next digest; what has this key already is not kept twice. Noted, not told: it follows from an event
    that is."""
    kept = Held(user=user, kind=kind, key=key[:200], about=about, said=said[:400], url=url, made_at=at)
    Held.objects.bulk_create([kept], ignore_conflicts=True)


@events.verb
def note(user: User, kind: Kind, *, key: str, about: str, said: str, path: str, at: dt.datetime) -> None:
    """It stands on their page now, unread; what has this key already stands there once."""
    if Notice.objects.filter(key=key[:200]).exists():
        return
    kept = {"about": about, "said": said[:400], "path": path[:400], "made_at": at}
    _kept, is_new = Notice.objects.get_or_create(key=key[:200], defaults={"user": user, "kind": kind, **kept})
    if is_new:
        events.record(NoticeCame(), about=user.key, at=at)


@events.verb
def read(user: User, which: QuerySet[Notice], *, at: dt.datetime) -> int:
    """This person has read these notices of theirs; how many were unread."""
    count = which.filter(user=user, read_at=None).update(read_at=at)
    if count:
        events.record(NoticesRead(), about=user.key, by=user.key, at=at)
    return count


@events.verb
def read_about(about: str, *, by: User, at: dt.datetime) -> None:
    """This person has opened the case. Noted, not told: pages that show it were brought up to date by that."""
    Notice.objects.filter(user=by, about=about, read_at=None).update(read_at=at)


@events.verb
def forget_listed(*, at: dt.datetime) -> int:
    """Drop from all pages what was told long ago, at most a thousand; returns how many."""
    old = list(Notice.objects.filter(made_at__lt=at - LISTED).values_list("pk", flat=True)[:1000])
    Notice.objects.filter(pk__in=old).delete()
    return len(old)


@events.verb
def take_due(*, at: dt.datetime) -> tuple[User, dt.datetime, list[Held]] | None:
    """The digest that is longest due: whose it is, since when it is due, and what it tells, which is told herewith; None
    where none is due. The caller's transaction holds the mail, too, so that both are done or neither."""
    due = Digest.objects.due(at).select_for_update(skip_locked=True, of=("self",)).select_related("user")
    digest = due.first()
    if digest is None or digest.next_at is None:
        return None
    moment = digest.next_at
    _plan(digest, at=at)
    held = list(Held.objects.waiting().filter(user=digest.user))
    Held.objects.filter(pk__in=[one.pk for one in held]).update(told_at=at, said="", url="")
    return digest.user, moment, held


@events.verb
def forget_told(*, at: dt.datetime) -> int:
    """Drop what was told long ago, at most a thousand; returns how many."""
    old = list(Held.objects.filter(told_at__lt=at - KEPT).values_list("pk", flat=True)[:1000])
    Held.objects.filter(pk__in=old).delete()
    return len(old)


@events.verb
def erase_words(refs: QuerySet[Any]) -> None:
    """Nothing held, and no page of notices, tells of these cases any more; `refs`: the question that finds their keys."""
    Held.objects.filter(about__in=refs).delete()
    Notice.objects.filter(about__in=refs).delete()


def _plan(digest: Digest, *, at: dt.datetime) -> None:
    digest.next_at = rhythm.following(
        at,
        times=[dt.time.fromisoformat(time) for time in digest.times],
        days=digest.days,
        zone=ZoneInfo(digest.user.timezone),
    )
    digest.save(update_fields=["next_at"])
