"""What a scanner said of a file."""

import datetime as dt

from makegood.cases import blobs, events
from makegood.cases.models import Attachment, SideFile, TaskFile
from makegood.events.actions import record, verb
from makegood.events.holding import hold

APART = "refused"


@verb
def note_scan(digest: str, *, refused: str, at: dt.datetime) -> None:
    """Every file of these bytes was looked at. Refused ones are kept apart, and their cases say so."""
    hold(digest)
    same, asked = Attachment.objects.filter(digest=digest), TaskFile.objects.filter(digest=digest)
    aside = SideFile.objects.filter(digest=digest)
    told = [(one.message.case, str(one.pk)) for one in same.filter(scanned_at=None).select_related("message__case")]
    fresh = asked.filter(scanned_at=None).select_related("word__task__case__merged_into")
    told += [(one.word.task.case.present, str(one.pk)) for one in fresh]
    third = aside.filter(scanned_at=None).select_related("word__conversation__case__merged_into")
    told += [(one.word.conversation.case.present, str(one.pk)) for one in third]
    same.update(scanned_at=at, refused=refused[:200])
    asked.update(scanned_at=at, refused=refused[:200])
    aside.update(scanned_at=at, refused=refused[:200])
    if not refused:
        return
    if blobs.is_there(digest):
        blobs.keep(blobs.read(digest), shelf=APART)
        blobs.forget(digest)
    for case, file in told:
        record(events.FileRefused(attachment=file), about=case.ref, at=at, facets=case.facets)
