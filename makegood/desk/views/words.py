"""What a mail looked like, and the files that came with it: shown so that nothing in them can act."""

import re
import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import escape
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from makegood.cases import serving
from makegood.cases.models import Attachment
from makegood.desk.views.case import find, message_of
from makegood.staff.permissions import WORK_CASES, person, requires

CID = re.compile(r'(<img[^>]*?\bsrc=")cid:([^"]+)(")', re.IGNORECASE)
# No scripts, no forms, no way out but a new tab. Of our origin, so that its pictures are fetched with the reader's
# rights and the page can see how tall it is.
CAGE = "allow-same-origin allow-popups allow-popups-to-escape-sandbox"
STYLE = (
    ":root{color-scheme:light}body{margin:0;padding:.5rem;font:15px/1.5 system-ui,sans-serif;color:#222;background:#fff;"
    "overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}blockquote{margin:0 0 0 .5em;"
    "padding-left:.8em;border-left:2px solid #ccc;color:#555}pre{white-space:pre-wrap}"
)


@require_safe
@requires(WORK_CASES)
@xframe_options_sameorigin
def mail_html(request: HttpRequest, ref: str, key: uuid.UUID) -> HttpResponse:
    """The sanitised HTML of a mail, for its sandboxed frame. `?images=1` lets the images of others load."""
    case = find(person(request), ref)
    message = message_of(case, key)
    if not message.html:
        raise Http404
    files = {one.content_id: one for one in message.attachments.all() if one.content_id}

    def inline(match: re.Match[str]) -> str:
        found = files.get(match[2].strip("<>"))
        address = reverse("case-file", args=[case.ref, found.pk]) if found else ""
        return f"{match[1]}{escape(address)}{match[3]}"

    body = CID.sub(inline, message.html)
    page = f'<!doctype html><html><head><meta charset="utf-8"><base target="_blank"><style>{STYLE}</style></head><body>{body}</body></html>'
    response = HttpResponse(page)
    # Only the files of this case, so that no picture in a mail asks anything else of us in the reader's name.
    ours = request.build_absolute_uri(reverse("case", args=[case.ref])) + "/files/"
    remote = " https: http:" if "images" in request.GET else ""
    response["Content-Security-Policy"] = (
        f"sandbox {CAGE}; default-src 'none'; img-src {ours} data:{remote}; style-src 'unsafe-inline'; "
        "frame-ancestors 'self'"
    )
    response["Referrer-Policy"] = "no-referrer"
    return response


@require_safe
@requires(WORK_CASES)
def whole(request: HttpRequest, ref: str, key: uuid.UUID) -> HttpResponse:
    """All that a long message says, quotes included: alone for the page that shows its beginning, else as a page."""
    case = find(person(request), ref)
    message = message_of(case, key)
    template = "desk/_words.html" if "HX-Request" in request.headers else "desk/message.html"
    return render(request, template, {"case": case, "message": message})


@require_safe
@requires(WORK_CASES)
def file(request: HttpRequest, ref: str, key: uuid.UUID) -> HttpResponse:
    """A file of a message of this case."""
    case = find(person(request), ref)
    found = Attachment.objects.filter(pk=key, message__case=case).first()
    if found is None:
        raise Http404
    return serving.answer(found)
