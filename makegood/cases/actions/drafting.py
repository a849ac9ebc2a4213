"""Unsent words, kept on the server: what a person was writing in a case, with its addresses and files."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from makegood.cases import blobs, offers
from makegood.cases.actions import storing
from makegood.cases.models import Attachment, Case, Delivery, Draft, DraftFile, Message
from makegood.cases.offers import Decision
from makegood.cases.words import File
from makegood.events.actions import verb
from makegood.staff.models import User


@dataclasses.dataclass(frozen=True)
class Unsent:
    """What stands in the composer: `kind` is reply or note, `fields` the other fields as typed."""

    kind: str
    text: str
    fields: Mapping[str, str] = dataclasses.field(default_factory=dict)
    files: tuple[File, ...] = ()


@dataclasses.dataclass(frozen=True)
class Known:
    """The draft that a page knew: when its words were last kept; None where it knew none."""

    changed_at: dt.datetime | None


class NewerDraft(Exception):
    """Other words of theirs were kept meanwhile, from another tab or device."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(str(draft))
        self.draft = draft


@verb
def save_draft(case: Case, unsent: Unsent, *, by: User, at: dt.datetime, known: Known | None = None) -> Draft | None:
    """Keep unsent words; a person writes one thing at a time in a case, so what was a reply may become a note.

    New files are added to those kept before. No words and no files end the draft. Drafts are no events: nobody else
    hears of them. Where it is said which draft was `known`, other words that were kept since stay: raises NewerDraft.
    """
    standing = Draft.objects.filter(case=case, staff=by)
    draft = standing.select_for_update().order_by("changed_at").last()
    if known is not None and draft is not None and draft.changed_at != known.changed_at and _differs(draft, unsent):
        raise NewerDraft(draft)
    if not unsent.text.strip() and not unsent.files and not DraftFile.objects.filter(draft__in=standing).exists():
        standing.delete()
        return None
    values = {"kind": unsent.kind, "text": unsent.text, "fields": dict(unsent.fields), "changed_at": at}
    if draft is None:
        draft = Draft.objects.create(case=case, staff=by, **values)
    else:
        standing.exclude(pk=draft.pk).delete()
        Draft.objects.filter(pk=draft.pk).update(**values)
    DraftFile.objects.bulk_create(DraftFile(draft=draft, **kept) for kept in storing.keep_all(unsent.files))
    return draft


def _differs(draft: Draft, unsent: Unsent) -> bool:
    """Its words would be lost."""
    kept, new = (text.replace("\r\n", "\n").strip() for text in (draft.text, unsent.text))
    return bool(kept) and kept != new


@verb
def keep_file(case: Case, file: File, *, by: User, at: dt.datetime) -> DraftFile:
    """Keep a file with what a person is writing, whose words stay as they are kept; a draft begins where there is none."""
    draft = Draft.objects.filter(case=case, staff=by).order_by("changed_at").last()
    if draft is None:
        draft, _is_new = Draft.objects.get_or_create(
            case=case, staff=by, kind="reply", defaults={"text": "", "changed_at": at}
        )
    (kept,) = storing.keep_all([file])
    return DraftFile.objects.create(draft=draft, **kept)


@verb
def discard_draft(case: Case, *, by: User) -> None:
    """Throw unsent words away."""
    Draft.objects.filter(case=case, staff=by).delete()


def bring_back(case: Case, message: Message, *, by: User, at: dt.datetime) -> None:
    """A reply taken back is a draft again, before whatever was written since. Called by *undo*, in its transaction."""
    fields = {"to": ", ".join(message.to), "cc": ", ".join(message.cc), "bcc": ", ".join(message.bcc)}
    if message.delivery == Delivery.LATER and message.release_at is not None:
        fields["when"] = message.release_at.astimezone(ZoneInfo(by.timezone)).strftime("%Y-%m-%d %H:%M")
    if message.awaited_until is not None:
        fields["awaited-when"] = message.awaited_until.astimezone(ZoneInfo(by.timezone)).strftime("%Y-%m-%d %H:%M")
    if message.snooze_days:
        fields["also_snooze_days"] = str(message.snooze_days)
    fields |= _nudge(message, by)
    if message.tone:
        fields["tone"] = message.tone
    if message.hands_over:
        fields["also_hand_over"] = message.hands_over["template"]
    if message.resolves:
        fields["resolves"] = "1"
    if message.why_due_at is not None:
        fields["why_due"] = message.why_due_at.astimezone(ZoneInfo(case.brand.timezone)).date().isoformat()
    decided = [Decision(key=one.key, words=one.words, due_at=one.due_at) for one in message.offers.order_by("id")]
    fields |= offers.as_typed(decided, ZoneInfo(by.timezone))
    files = tuple(
        File(one.name, one.content_type, blobs.read(one.digest)) for one in Attachment.objects.filter(message=message)
    )
    put_before(case, Unsent(kind="reply", text=message.text, fields=fields, files=files), by=by, at=at)


def _nudge(message: Message, by: User) -> dict[str, str]:
    """When the customer was to be reminded: a moment that was shown once need not be shown again."""
    resolves = {"nudge_resolves": str(message.nudge_resolves or "")}
    if message.nudge_at is not None:
        words = message.nudge_at.astimezone(ZoneInfo(by.timezone)).strftime("%Y-%m-%d %H:%M")
        shown = {"nudge-read": words, "nudge-understood": message.nudge_at.isoformat()}
        return resolves | shown | {"nudge-when": words}
    return {} if message.nudge_days is None else resolves | {"nudge-when": str(message.nudge_days or "")}


def put_before(case: Case, unsent: Unsent, *, by: User, at: dt.datetime) -> None:
    """Unsent words come into a case from elsewhere, before whatever is being written there. Called in a verb."""
    since = Draft.objects.filter(case=case, staff=by).order_by("changed_at").last()
    newer = since.text.strip() if since is not None else ""
    if newer and newer != unsent.text.strip():
        unsent = dataclasses.replace(unsent, text=f"{unsent.text}\n\n{newer}")
    save_draft(case, unsent, by=by, at=at)
