"""What an agent writes in a case: sent, kept as a note, taken back, or kept unsent."""

import dataclasses
import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from makegood.cases import actions as cases
from makegood.cases import blobs
from makegood.cases.actions import fields, mentioning
from makegood.cases.actions.drafting import Known, Unsent
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case, DraftFile, Party
from makegood.cases.offers import is_field
from makegood.cases.words import File
from makegood.desk import noticed, offering, signatures
from makegood.desk.alongside import giving_away, lines
from makegood.desk.both_sides import panel as both_sides
from makegood.desk.both_sides import with_replies
from makegood.desk.forms import MOST_LETTERS, WordsForm
from makegood.desk.noticed import Noticed
from makegood.desk.nudging import typed as nudge_typed
from makegood.desk.snoozing import awaited, typed
from makegood.desk.views import case as pages
from makegood.desk.views import going_on
from makegood.desk.views.acts import act, back
from makegood.events.refusals import Refusal
from makegood.staff.models import User
from makegood.staff.permissions import person

END_OF_DAY = dt.time(17, 0)
MOST_OFFER_FIELDS = 3 * offering.MOST


@act()
def reply(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Send a reply. Newer words stop it, and nothing typed is lost."""
    kept = _kept_files(request, case, user)
    form = WordsForm(request.POST, request.FILES, kept=kept)
    at = timezone.now()
    found = _noticed(request, case, at=at, is_reply=True)
    if not form.is_valid():
        return _again(request, case, form, "reply", status=422, found=found)
    if found.stops:
        return _again(request, case, form, "reply", status=422, found=found.asking())
    data = form.cleaned_data
    if "to" in request.POST and not data["to"] and case.parties.filter(role=Party.Role.CUSTOMER).exclude(address=""):
        form.add_error("to", _("Say to whom it goes."))
        return _again(request, case, form, "reply", status=422, found=found)
    answer = Answer(
        text=data["text"],
        to=data["to"],
        cc=data["cc"],
        bcc=data["bcc"],
        files=(*kept, *data["attachments"]),
        resolves=data["resolves"],
        why_due_at=_end_of(data["why_due"], case) if data["why_due"] else None,
        decisions=found.decisions,
        seen_until=None if data["anyway"] else data["seen_until"],
        begun_at=data["seen_until"],
        undo_seconds=user.undo_seconds,
        tone=signatures.read(request.POST),
    )
    if answer.why_due_at is not None and answer.why_due_at <= at:
        form.add_error("why_due", _("The new date lies in the past."))
        return _again(request, case, form, "reply", status=422, found=found)
    wanted = typed.read(request.POST, case, by=user, now=at)
    awaits = awaited.read(request.POST, case, by=user, now=at)
    if unsettled := typed.told(wanted) or typed.told(awaits):
        form.add_error(None, unsettled)
        return _again(request, case, form, "reply", status=422, found=found)
    answer = dataclasses.replace(answer, awaited_until=awaits.at, snooze_days=lines.snooze_days(request.POST))
    seen = both_sides.read(request.POST) if answer.resolves else None
    try:
        also = lines.read(request.POST)
        answer = dataclasses.replace(answer, hands_over=giving_away.read(request.POST, case, user))
        nudge = nudge_typed.with_reply(request.POST, case, by=user, now=at)
        if unsettled := typed.told(nudge.when):
            form.add_error(None, unsettled)
            return _again(request, case, form, "reply", status=422, found=found)
        answer = dataclasses.replace(answer, **nudge.along())
        message = with_replies.send(case, answer, seen, also=also, leaves_at=wanted.at, by=user, at=at)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        refused = nudge_typed.composer(case, _unsent(request).fields, by=user, now=at, refusal=refusal)
        return _again(request, case, form, "reply", status=422, found=found, **refused)
    except cases.StaleReply as stale:
        return _again(request, case, form, "reply", status=409, found=found, newer=stale.newer)
    except cases.Closed:
        unsent = dataclasses.replace(_unsent(request), files=answer.files)
        return back(request, going_on.after_closing(request, case, unsent, by=user, at=at), to="text")
    except cases.AlreadyToldWhy:
        form.add_error("why_due", _("The customer has been given a new date once already. Keep that one."))
        return _again(request, case, form, "reply", status=422, found=found)
    if answer.resolves and (empty := fields.missing(case)):
        told = _("Your reply leaves. It does not resolve the case while these are empty: %(fields)s.")
        messages.warning(request, told % {"fields": fields.named(empty)})
    return back(request, case, to=f"m-{message.pk}")


@act()
def note(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Keep an internal note, and what it tells was promised."""
    kept = _kept_files(request, case, user)
    form = WordsForm(request.POST, request.FILES, kept=kept)
    at = timezone.now()
    found = _noticed(request, case, at=at, is_reply=False)
    if not form.is_valid():
        return _again(request, case, form, "note", status=422, found=found)
    if found.stops:
        return _again(request, case, form, "note", status=422, found=found.asking())
    data = form.cleaned_data
    files = (*kept, *data["attachments"])
    try:
        begun_at = data["seen_until"]
        message = cases.note(
            case, text=data["text"], files=files, decisions=found.decisions, begun_at=begun_at, by=user, at=at
        )
    except Refusal as refusal:
        form.add_error(refusal.field, str(refusal))
        return _again(request, case, form, "note", status=422, found=found)
    for word in mentioning.read(data["text"]).unknown:
        messages.warning(request, _("Nobody is called “@%(word)s”, so nobody was told.") % {"word": word})
    return back(request, case, to=f"m-{message.pk}")


@act()
def undo(request: HttpRequest, case: Case, user: User, key: Any) -> HttpResponse:
    """Take a reply back while it can be; its words return to the composer."""
    if not with_replies.take_back(pages.message_of(case, key), by=user, at=timezone.now()):
        messages.warning(request, _("It has left already."))
        return back(request, case)
    return back(request, case, to="text")


@act()
def draft(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Keep what is being written, unless other words were kept since the draft that the page knew (`draft_at`): they are
    answered, as `text` and `at`."""
    at = timezone.now()
    try:
        kept = cases.save_draft(case, _unsent(request), by=user, at=at, known=_known(request))
    except cases.NewerDraft as newer:
        other = newer.draft
        return JsonResponse({"text": other.text.replace("\r\n", "\n"), "at": other.changed_at.isoformat()}, status=409)
    return HttpResponse(status=204, headers={"X-Draft-At": at.isoformat() if kept is not None else ""})


def _again(
    request: HttpRequest,
    case: Case,
    form: WordsForm,
    kind: str,
    *,
    status: int,
    found: Noticed,
    newer: Any = None,
    **told: Any,
) -> HttpResponse:
    """The page once more with every word as it was typed; they and the files are kept as a draft too."""
    files = form.cleaned_data.get("attachments", ())
    unsent = dataclasses.replace(_unsent(request), kind=kind, files=files)
    shown = {"kind": kind, "draft": unsent.text, **unsent.fields, **told}
    try:
        cases.save_draft(case, unsent, by=person(request), at=timezone.now(), known=_known(request))
    except cases.NewerDraft:
        shown["draft_at"] = request.POST["draft_at"]
    answered_by = newer[-1].sender_name if newer and all(one.staff_id for one in newer) else ""
    shown |= {"newer": newer or [], "answered_by": answered_by}
    return pages.page(request, case, status=status, form=form, **shown, noticed=found)


def _noticed(request: HttpRequest, case: Case, *, at: dt.datetime, is_reply: bool) -> Noticed:
    """What is noticed in the words as typed, with what they have been asked and have decided."""
    text = request.POST.get("text", "")[:MOST_LETTERS]
    return noticed.read(case, text, request.POST, now=at, is_reply=is_reply)


def _unsent(request: HttpRequest) -> Unsent:
    """What stands in the composer, as typed."""
    sent = request.POST
    names = [
        "to",
        "cc",
        "bcc",
        "resolves",
        "why_due",
        signatures.FIELD,
        typed.WORDS,
        typed.MOMENT,
        typed.READ,
        *awaited.FIELDS,
        *nudge_typed.FIELDS,
        noticed.ASKED,
        *both_sides.FIELDS,
    ]
    names += [name for name in sent if is_field(name)][:MOST_OFFER_FIELDS]
    return Unsent(
        kind="note" if sent.get("kind") == "note" else "reply",
        text=sent.get("text", "")[:MOST_LETTERS],
        fields={name: sent.get(name, "")[:4000] for name in names} | lines.typed(sent),
    )


def _known(request: HttpRequest) -> Known | None:
    """The draft that the page knew; None where it does not say."""
    said = request.POST.get("draft_at")
    return None if said is None else Known(typed.moment(said))


def _kept_files(request: HttpRequest, case: Case, user: User) -> tuple[File, ...]:
    """The files of their draft that are still ticked."""
    ticked = set(request.POST.getlist("keep"))
    kept = DraftFile.objects.filter(draft__case=case, draft__staff=user) if ticked else []
    return tuple(File(one.name, one.content_type, blobs.read(one.digest)) for one in kept if str(one.pk) in ticked)


def _end_of(day: dt.date, case: Case) -> dt.datetime:
    return dt.datetime.combine(day, END_OF_DAY, tzinfo=ZoneInfo(case.brand.timezone))
