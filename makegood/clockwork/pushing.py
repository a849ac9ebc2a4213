"""The sender of pushes: asks each device's push service to show them, never inside a transaction."""

import datetime as dt
import http.client
import json
import logging

from django.conf import settings
from django.utils import timezone

from makegood.recovery import posting
from makegood.staff.push import actions as push
from makegood.staff.push import identity, sealing, vapid
from makegood.staff.push.models import Push

BATCH = 20
TTL = int(push.GIVES_UP.total_seconds())
GONE = {404, 410}
NOT_NOW = {408, 425, 429}
log = logging.getLogger(__name__)


def work(*, at: dt.datetime) -> int:
    """Send what waits; how many were tried."""
    if not Push.objects.to_send(at).exists():
        return 0
    private = identity.private(at=at)
    claimed = push.claim(at=at, most=BATCH)
    for one in claimed:
        _send(one, private)
    return len(claimed)


def body_of(one: Push) -> bytes:
    """What the device reads. No customer's words are in it."""
    return json.dumps({"title": one.title, "body": one.body, "path": one.path, "tag": one.body or one.key}).encode()


def _send(one: Push, private: str) -> None:
    device, at = one.device, timezone.now()
    contact = settings.BASE_URL if settings.BASE_URL.startswith("https:") else "mailto:operator@localhost"
    try:
        sealed = sealing.sealed(body_of(one), device=vapid.plain(device.p256dh), auth=vapid.plain(device.auth))
        headers = {
            "Authorization": vapid.header(device.endpoint, private=private, contact=contact, at=at),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(TTL),
            "Urgency": "high",
        }
        answer = posting.post(device.endpoint, sealed, headers, to_anywhere=settings.PUSH_TO_PRIVATE)
    except (OSError, http.client.HTTPException) as trouble:
        log.warning("A push did not reach its service: %s", trouble)
        never = isinstance(trouble, posting.NotThere)
        push.mark_not_shown(one, trouble=f"{type(trouble).__name__}: {trouble}", for_good=never, at=at)
        return
    if 200 <= answer.status < 300:
        push.mark_shown(one, at=at)
    elif answer.status in GONE:
        push.remove(device, by="", at=at)
    else:
        refused = 300 <= answer.status < 500 and answer.status not in NOT_NOW
        push.mark_not_shown(one, trouble=f"HTTP {answer.status}", for_good=refused, at=at)
