"""What a scanner said of a file."""

import datetime as dt

from makegood.cases import blobs, events
from makegood.cases.models import Attachment
from makegood.events.actions import record, verb
from makegood.events.holding import hold

APART = "refused"


@verb
def note_scan(digest: str, *, refused: str, at: dt.datetime) -> None:
    """Every file of these bytes was looked at. Refused ones are kept apart, and their cases say so."""
    hold(digest)
    same = Attachment.objects.filter(digest=digest)
    fresh = list(same.filter(scanned_at=None).select_related("message__case"))
    same.update(scanned_at=at, refused=refused[:200])
    if not refused:
        return
    if blobs.is_there(digest):
        blobs.keep(blobs.read(digest), shelf=APART)
        blobs.forget(digest)
    for one in fresh:
        case = one.message.case
        record(events.FileRefused(attachment=str(one.pk)), about=case.ref, at=at, facets=case.facets)
