"""Handing a stored file to somebody who may see it: never as a page of ours, whatever it claims to be."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from makegood.cases import scanning
from makegood.cases.models import Attachment, DraftFile
from makegood.cases.models.kept_files import KeptFile
from makegood.ui.pictures import SHOWN

POLICY = "sandbox; default-src 'none'; img-src 'self'; style-src 'none'"


def answer(attachment: Attachment | KeptFile) -> HttpResponse:
    """An attachment by its digest. The bytes are put in its place by the server, without holding a thread."""
    if attachment.refused:
        return _plain(_("The virus scanner refused this file. It is kept apart, and handed to nobody."), status=403)
    if scanning.waits(attachment):
        response = _plain(_("The virus scanner is looking at this file. Please try again in a moment."), status=503)
        response["Retry-After"] = "5"
        return response
    return stored(attachment)


def stored(file: Attachment | KeptFile | DraftFile) -> HttpResponse:
    """A file as it is kept, to whoever gave it to us: shown where it is a picture, all else is downloaded."""
    shown = file.content_type in SHOWN
    response = HttpResponse(content_type=file.content_type if shown else "application/octet-stream")
    disposition = content_disposition_header(as_attachment=not shown, filename=file.name)
    if disposition:
        response["Content-Disposition"] = disposition
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = POLICY
    response["Cache-Control"] = "private, max-age=3600"
    response["X-Makegood-File"] = file.digest
    return response


def _plain(told: str, *, status: int) -> HttpResponse:
    return HttpResponse(told, status=status, content_type="text/plain; charset=utf-8")
