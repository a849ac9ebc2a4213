"""Files that come into the composer are kept with the draft at once, so that they are there on any device."""

import uuid

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from makegood.cases import actions as cases
from makegood.cases import serving
from makegood.cases.models import Case, DraftFile
from makegood.cases.words import File
from makegood.desk.forms import MOST_BYTES, MOST_FILES, too_large
from makegood.desk.views import case as pages
from makegood.desk.views.acts import act
from makegood.staff.models import User
from makegood.staff.permissions import WORK_CASES, person, requires
from makegood.ui import pictures


@act()
def keep(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Keep one `file`; answers its row of the list, with what the words say where it is a picture. One that is too much
    is told so in plain words."""
    given = request.FILES.get("file")
    if given is None:
        raise BadRequest("a file is missing")
    sizes = list(DraftFile.objects.filter(draft__case=case, draft__staff=user).values_list("size", flat=True))
    if len(sizes) >= MOST_FILES:
        told = ngettext("At most %(most)d file at once.", "At most %(most)d files at once.", MOST_FILES)
        return _refused(told % {"most": MOST_FILES})
    if sum(sizes) + (given.size or 0) > MOST_BYTES:
        return _refused(too_large())
    file = File(given.name or "file", given.content_type or "", given.read())
    kept = cases.keep_file(case, file, by=user, at=timezone.now())
    place = pictures.place(kept.name, kept.digest) if kept.is_picture else ""
    return render(request, "desk/_kept_file.html", {"case": case, "file": kept, "place": place}, status=201)


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest, ref: str, key: uuid.UUID) -> HttpResponse:
    """A file of what they themselves are writing in this case; nobody else's."""
    user = person(request)
    case = pages.find(user, ref, is_shown=False)
    return serving.stored(get_object_or_404(DraftFile, pk=key, draft__case=case, draft__staff=user))


def _refused(told: str) -> HttpResponse:
    return HttpResponse(told, status=422, content_type="text/plain; charset=utf-8")
