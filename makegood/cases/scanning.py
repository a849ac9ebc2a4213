"""Files of messages are shown to the scanner (clamd) where one is set: until then they wait, and what it refuses is kept
apart."""

import datetime as dt

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from makegood.cases import actions as cases
from makegood.cases import blobs, clamd
from makegood.cases.actions.scanning import APART
from makegood.cases.models import Attachment, Message, SideFile, TaskFile
from makegood.cases.models.kept_files import KeptFile

BATCH = 20
REFUSED = "file-refused"


def work(*, at: dt.datetime) -> int:
    """Have some files looked at; how many. Raises ScannerTrouble: then they wait.

    One of which the scanner can say nothing holds no other up: its trouble is raised once no other is left.
    """
    if not settings.SCANNER:
        return 0
    looked_at = 0
    unknown: list[tuple[str, clamd.NoVerdict]] = []
    while not looked_at:
        known = [digest for digest, _trouble in unknown]
        digests: dict[str, None] = {}
        for table in (Attachment, TaskFile, SideFile):
            waiting = table.objects.to_scan().exclude(digest__in=known).values_list("digest", flat=True)
            digests |= dict.fromkeys(waiting[:BATCH])
        if not digests:
            break
        for digest in digests:
            try:
                cases.note_scan(digest, refused=_verdict(digest), at=at)
                looked_at += 1
            except clamd.NoVerdict as trouble:
                unknown.append((digest, trouble))
    if unknown and not looked_at:
        raise unknown[0][1]
    return looked_at


def _verdict(digest: str) -> str:
    for shelf in ("blobs", APART):
        try:
            with blobs.fetch(digest, shelf=shelf) as content:
                return clamd.found_in(content, address=settings.SCANNER)
        except FileNotFoundError:
            continue
    return ""  # nobody can be handed what is gone


def waits(attachment: Attachment | KeptFile) -> bool:
    """Whether a file may not be handed out yet."""
    return bool(settings.SCANNER) and attachment.scanned_at is None


def refusal(message: Message) -> str:
    """Which file of our reply was refused, in words for its writer; "" for none."""
    bad = next((file for file in message.attachments.all() if file.refused), None)
    if bad is None:
        return ""
    with translation.override(message.staff.language if message.staff else None):
        if bad.refused == clamd.TOO_LARGE:
            told = _("The virus scanner does not take a file as large as “%(file)s”, so this reply has not left.")
        else:
            told = _("The virus scanner refused the file “%(file)s” (%(found)s), so this reply has not left.")
        advice = _("Write it again without that file.")
    return f"{told % {'file': bad.name, 'found': bad.refused}} {advice}"
