"""Devices that come and go, and what is shown on them."""

import datetime as dt
import enum
import hashlib

from django.utils.translation import gettext as _
from django.utils.translation import override

from makegood.events import actions as events
from makegood.events.holding import hold
from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.staff import secrets
from makegood.staff.models import User
from makegood.staff.notices.kinds import Kind
from makegood.staff.push import vapid
from makegood.staff.push.events import PushDeviceAdded, PushDeviceRemoved, PushDeviceRenewed
from makegood.staff.push.models import Device, OwnKey, Push

MOST = 10  # devices of one person
LEASE = dt.timedelta(minutes=2)
FIRST_PAUSE, LONGEST_PAUSE = dt.timedelta(seconds=15), dt.timedelta(minutes=30)
GIVES_UP = dt.timedelta(hours=4)  # later than that, it is no news
KEPT = dt.timedelta(days=7)  # so long it is known what was shown


class Standing(enum.StrEnum):
    """What becomes of a device that is told again: it shows notices; its browser has to ask its push service for another
    address, or somebody does not want it."""

    KNOWN = "known"
    GONE = "gone"
    UNWANTED = "unwanted"


@events.verb
def own_key(*, at: dt.datetime) -> str:
    """Our private key; made at first use, or anew where it was sealed with another MAKEGOOD_SECRET_KEY: then no device
    that knew the old one can be reached."""
    hold("push key")
    kept = OwnKey.objects.first()
    if kept is not None:
        try:
            return secrets.unseal(kept.private)
        except secrets.Unreadable:
            Device.objects.all().delete()
    private = vapid.new()
    OwnKey.objects.update_or_create(only=True, defaults={"private": secrets.seal(private), "made_at": at})
    return private


@events.verb
def add(user: User, *, endpoint: str, p256dh: str, auth: str, agent: str, by: str, at: dt.datetime) -> Device:
    """From now on this device shows their notices; whoever signed in there before shows none on it any more.

    Raises Refusal for who has as many as one can tell apart.
    """
    User.objects.select_for_update().get(pk=user.pk)
    Device.objects.filter(endpoint=endpoint).delete()
    if user.push_devices.count() >= MOST:
        raise Refusal(_("You have %(most)d devices. Remove one first.") % {"most": MOST})
    device = Device(user=user, endpoint=endpoint, p256dh=p256dh, auth=auth, agent=agent[:300], added_at=at)
    device.save(force_insert=True)
    added = PushDeviceAdded(device=str(device.pk), address=_digest(endpoint))
    events.record(added, about=user.key, by=by, at=at)
    return device


@events.verb
def renew(user: User, *, before: str, endpoint: str, p256dh: str, auth: str, by: str, at: dt.datetime) -> bool:
    """A device of theirs has another address than `before`: what waits for it goes there, and the old one is forgotten.
    The same address again changes nothing. False where no device of theirs has either, or the new one is somebody else's."""
    User.objects.select_for_update().get(pk=user.pk)
    there = {device.endpoint: device for device in Device.objects.filter(endpoint__in={before, endpoint})}
    if any(device.user_id != user.pk for device in there.values()) or not there:
        return False
    old, told = there.get(before), {"endpoint": endpoint, "p256dh": p256dh, "auth": auth}
    if endpoint in there:  # told twice, by the worker and by a page
        if old is not None and before != endpoint:
            old.delete()
        Device.objects.filter(pk=there[endpoint].pk).update(**told)
        return True
    assert old is not None
    Device.objects.filter(pk=old.pk).update(**told, trouble="")
    renewed = PushDeviceRenewed(device=str(old.pk), address=_digest(endpoint))
    events.record(renewed, about=user.key, by=by, at=at)
    return True


@events.verb
def tell_again(
    user: User, *, before: str, endpoint: str, p256dh: str, auth: str, agent: str, by: str, at: dt.datetime
) -> Standing:
    """What a page says, unasked, of the device it stands on. `before`: the address that was told when they let it show
    notices; "": nobody knows, then nothing is added. What we know stays or is renewed, and what we lost is added; not
    where a person has removed it, or it is somebody else's. Raises Refusal as *add* does."""
    told = {"endpoint": endpoint, "p256dh": p256dh, "auth": auth}
    if renew(user, before=before, **told, by=by, at=at):
        return Standing.KNOWN
    if not before or Device.objects.filter(endpoint__in={before, endpoint}).exists():
        return Standing.UNWANTED
    ended = {one: _removal(user, one) for one in (before, endpoint)}
    if any(removal is not None and removal.by for removal in ended.values()):
        return Standing.UNWANTED
    if ended[endpoint] is not None:  # its push service knew it no more, which the browser has not heard yet
        return Standing.GONE
    add(user, **told, agent=agent, by=by, at=at)
    return Standing.KNOWN


def _removal(user: User, endpoint: str) -> Event | None:
    """The last that is told of this address, where it is that it was removed; a person did (`by`), or nobody."""
    told = Event.objects.about(user.key).filter(name__startswith="staff.push_device_", data__address=_digest(endpoint))
    last = told.last()
    return last if last is not None and last.name == "staff.push_device_removed" else None


def _digest(endpoint: str) -> str:
    return hashlib.sha256(endpoint.encode()).hexdigest()


@events.verb
def remove(device: Device, *, by: str, at: dt.datetime) -> None:
    """It shows no more. Nothing happens where it is gone already."""
    key, about = str(device.pk), device.user.key
    if Device.objects.filter(pk=device.pk).delete()[0]:
        removed = PushDeviceRemoved(device=key, address=_digest(device.endpoint))
        events.record(removed, about=about, by=by, at=at)


@events.verb
def queue(user: User, kind: Kind, *, key: str, about: str, path: str, at: dt.datetime) -> None:
    """Show on each of their devices that there is a notice of this kind, about a case; once. Noted, not told."""
    with override(user.language):
        title = str(kind.label)
    _queue(list(user.push_devices.all()), key=key, title=title, body=about, path=path, at=at)


@events.verb
def try_out(device: Device, *, path: str, at: dt.datetime) -> None:
    """Show a word on one device, to see whether it comes."""
    with override(device.user.language):
        title = _("Notices come here")
    _queue([device], key=f"trial.{int(at.timestamp() * 1000)}", title=title, body="", path=path, at=at)


def _queue(devices: list[Device], *, key: str, title: str, body: str, path: str, at: dt.datetime) -> None:
    told = {"key": key[:200], "title": title, "body": body, "path": path, "made_at": at, "run_at": at}
    Push.objects.bulk_create([Push(device=device, **told) for device in devices], ignore_conflicts=True)


@events.verb
def claim(*, at: dt.datetime, most: int) -> list[Push]:
    """Take some for oneself by pushing their time ahead; what a sender that dies had taken is tried again."""
    waiting = Push.objects.select_for_update(skip_locked=True, of=("self",)).to_send(at)
    mine = list(waiting.select_related("device__user")[:most])
    Push.objects.filter(pk__in=[push.pk for push in mine]).update(run_at=at + LEASE)
    return mine


@events.verb
def mark_shown(push: Push, *, at: dt.datetime) -> None:
    """Its service has taken it."""
    Push.objects.filter(pk=push.pk).update(run_at=None, attempts=push.attempts + 1)
    Device.objects.filter(pk=push.device_id).update(reached_at=at, trouble="")


@events.verb
def mark_not_shown(push: Push, *, trouble: str, for_good: bool, at: dt.datetime) -> None:
    """It was not taken: again after a growing pause, or never when it was refused or has waited too long."""
    over = for_good or at - push.made_at > GIVES_UP
    pause = min(FIRST_PAUSE * 2 ** min(push.attempts, 10), LONGEST_PAUSE)
    Push.objects.filter(pk=push.pk).update(run_at=None if over else at + pause, attempts=push.attempts + 1)
    Device.objects.filter(pk=push.device_id).update(trouble=trouble[:300])


@events.verb
def forget_shown(*, at: dt.datetime) -> int:
    """Drop what was shown long ago, at most a thousand; returns how many."""
    old = list(Push.objects.filter(made_at__lt=at - KEPT).values_list("pk", flat=True)[:1000])
    Push.objects.filter(pk__in=old).delete()
    return len(old)
