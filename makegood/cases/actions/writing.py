"""Notes, templates, and what has been seen."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from makegood.brands.models import Brand
from makegood.cases import events
from makegood.cases.actions import indexing, mentioning, promising, repeated, rows
from makegood.cases.models import Case, Mention, Message, MessageKind, PlannedReply, Seen, Template
from makegood.cases.offers import Decision
from makegood.cases.words import File
from makegood.events.actions import record, verb
from makegood.events.as_read import ChangedMeanwhile, check_as_read
from makegood.staff.models import User


@verb
def note(
    case: Case,
    *,
    text: str,
    files: tuple[File, ...] = (),
    decisions: tuple[Decision, ...] = (),
    begun_at: dt.datetime | None = None,
    by: User,
    at: dt.datetime,
) -> Message:
    """Write an internal note; the customer never sees it. `begun_at`: when the form was opened that it is written in, which
    writes once however often it comes. What it tells was promised (on the telephone) is promised
    from now, where the writer says so: no other clock hears it. Colleagues whom it names are told. Raises Refusal where a
    name may be one of several."""
    if not text.strip() and not files:
        raise ValueError("a note needs words")
    case = rows.lock(case)
    if written := repeated.before(case, MessageKind.NOTE, text, by=by, begun_at=begun_at):
        return written
    message = Message(
        case=case,
        kind=MessageKind.NOTE,
        at=at,
        staff=by,
        sender_name=by.name,
        text=text.strip(),
        channel="desk",
    )
    message.save(force_insert=True)
    rows.attach(message, files)
    indexing.index(case, message, files=tuple(file.name for file in files))
    promising.make_accepted(case, decisions, by=by, at=at)
    record(events.NoteWritten(message=str(message.pk)), about=case.ref, at=at, by=by.key, facets=case.facets)
    mentioning.mention(case, message, by=by, at=at)
    case.drafts.filter(staff=by).delete()
    rows.touch(case, at)
    rows.keep(case, "last_at", "message_count")
    return message


@verb
def mark_seen(case: Case, *, by: User, at: dt.datetime, has_news: bool = True) -> None:
    """This person has read the case until now, and with it where they are named and what of theirs did not leave, unless it
    is known that there is nothing of either."""
    if has_news:
        Mention.objects.filter(message__case=case, staff=by, read_at=None).update(read_at=at)
        PlannedReply.objects.returned().filter(message__case=case, staff=by).update(is_returned=False)
    seen = [Seen(case=case, staff=by, at=at)]
    Seen.objects.bulk_create(seen, update_conflicts=True, unique_fields=["staff", "case"], update_fields=["at"])


@verb
def save_template(
    template: Template | None,
    *,
    name: str,
    texts: dict[str, str],
    brand: Brand | None,
    does: Mapping[str, Any] | None = None,
    by: User,
    at: dt.datetime,
) -> Template:
    """Make or change a prepared reply, and what it `does` besides. Raises ChangedMeanwhile where it is not any more as
    `template` was read."""
    template = _as_read(template) if template else Template()
    template.name, template.texts, template.brand, template.does = name, texts, brand, dict(does or {})
    template.save()
    record(events.TemplateSaved(template=str(template.pk)), about="", at=at, by=by.key)
    return template


def _as_read(template: Template) -> Template:
    held = Template.objects.select_for_update().filter(pk=template.pk).first()
    if held is None:
        raise ChangedMeanwhile
    check_as_read(template, held, "name", "texts", "brand_id", "does")
    return held


@verb
def delete_template(template: Template, *, by: User, at: dt.datetime) -> None:
    """Take a prepared reply away."""
    record(events.TemplateDeleted(template=str(template.pk)), about="", at=at, by=by.key)
    template.delete()
