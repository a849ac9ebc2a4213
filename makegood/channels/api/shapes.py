"""What goes over the wire: requests read strictly, answers built from rows."""

import datetime as dt
import uuid
from typing import Annotated, Any, Literal

from ninja import Field, Schema
from pydantic import StringConstraints

from makegood.brands.tones import Tone
from makegood.cases.actions import nudging
from makegood.cases.models import Case, Delivery, Handover, Message, Shelf
from makegood.channels.api.strict import Address, Line, Moment, Name, PromiseWords, Slug, Status, Storable, Strict, Text
from makegood.customers.models import ContactPoint, Customer
from makegood.feedback.account import LONGEST
from makegood.feedback.models import Closing
from makegood.promises import sentences
from makegood.promises.models import Commitment
from makegood.staff.models import User

TAGS = "taggings__tag__merged_into"  # what lists of cases read beforehand


class PersonOut(Schema):
    ref: str
    name: str
    address: str = ""


class CommitmentOut(Schema):
    id: str
    promise: str = Field(description="The promise in one sentence, or in the words of whoever made it.")
    key: str
    state: Literal["open", "paused", "kept", "broken", "excused"]
    made_at: dt.datetime
    due_at: dt.datetime | None
    settled_at: dt.datetime | None


class MessageOut(Schema):
    id: str
    kind: Literal["customer", "reply", "note", "automatic", "bounce"]
    at: dt.datetime
    by: str
    text: str
    delivery: str
    leaves_at: dt.datetime | None = Field(description="When a reply leaves whose delivery is `later`.")
    attachments: list[str]


class CaseRow(Schema):
    ref: str
    subject: str
    status: Status
    owner: PersonOut | None
    customer: PersonOut
    brand: str
    channel: str
    language: str
    kind: str | None = Field(description="The slug of its kind; null: none was chosen.")
    tags: list[str]
    opened_at: dt.datetime
    last_at: dt.datetime
    next_due_at: dt.datetime | None
    returns_at: dt.datetime | None = Field(description="When a snoozed case comes back; null: it is not snoozed.")
    awaited_since: dt.datetime | None = Field(description="When we asked what they have not answered; null: nothing.")
    awaited_until: dt.datetime | None = Field(description="If no answer has come by then its owner is told; null: was.")
    nudge_at: dt.datetime | None = Field(description="When the customer is reminded, or after that the case resolved.")


class HandoverOut(Schema):
    ref: str
    state: Literal["waiting", "accepted", "declined", "back", "lapsed"]
    giver: PersonOut
    team: str
    owner: PersonOut | None
    offered_at: dt.datetime
    due_at: dt.datetime | None
    answer: str = Field(description="Why it was declined; else empty.")


class AccountOut(Schema):
    needed: str
    went: int | None = Field(description="From 1 (very badly) to 5 (very well).")
    solved: bool | None


class AccountsOut(Schema):
    ours: AccountOut
    theirs: AccountOut
    differ: list[Literal["went", "solved"]]
    asked_at: dt.datetime | None
    given_at: dt.datetime | None


class CaseOut(CaseRow):
    messages: list[MessageOut]
    commitments: list[CommitmentOut]
    handover: HandoverOut | None = Field(description="The offer that waits for somebody to accept the case.")
    accounts: AccountsOut | None = Field(description="How we saw it when it was resolved, and how the customer does.")
    follows: str | None = Field(description="The reference of the closed case that it follows.")
    merged: list[str] = Field(description="References of the cases that were merged into it.")


class CustomerOut(PersonOut):
    addresses: list[str]
    language: str
    tone: str = Field(description="How they are addressed: `formal`, `friendly`, or empty: as the brand usually does.")
    company: str | None = Field(description="The reference of the company they belong to.")
    merged: list[str] = Field(description="References of those who turned out to be the same person.")


class CasesOut(Schema):
    items: list[CaseRow]
    next: str | None = Field(description="Pass it as `cursor` for the rows behind these; null at the end.")


class Trouble(Schema):
    error: str = Field(description="A code that stays the same.")
    message: str = Field(description="What is wrong and what to do, in words.")


class Asker(Strict):
    address: Address
    name: Name = ""


class CaseIn(Strict):
    customer: Asker
    subject: Line = ""
    text: Text
    brand: Slug = Field("", description="Slug; empty: the first brand you serve.")
    follows: Line = Field("", description="A closed case of the same customer and brand that this one goes on from.")
    language: Literal["", "en", "lt", "ru", "nl", "ja"] = ""


class AccountIn(Strict):
    needed: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST), Storable] = ""
    went: int | None = Field(None, ge=1, le=5)
    solved: bool | None = None


class ReplyIn(Strict):
    text: Text
    resolve: bool = False
    cc: list[Address] = Field(default_factory=list, max_length=50)
    bcc: list[Address] = Field(default_factory=list, max_length=50, description="Blind copies: nobody else sees them.")
    seen_until: Moment | None = Field(None, description="Time of the last message you answer; newer words: 409.")
    awaited_until: Line = Field(
        "", description="If no answer has come by then, in the same words as `when`, the case's owner is told."
    )
    nudge_days: int | None = Field(
        None,
        ge=0,
        le=nudging.LONGEST,
        description="If no answer has come by then they are reminded; 0: not; null: as the brand does.",
    )
    nudge_at: Moment | None = Field(
        None, description="Instead of `nudge_days`: when, at most 365 days ahead, and after the reply has left."
    )
    nudge_resolves: int = Field(
        0, ge=0, le=nudging.LONGEST, description="With one of both: days later the case is resolved; 0: it is not."
    )
    tone: Tone | None = Field(None, description="`formal` or `friendly`: its signature; null: as they are addressed.")
    when: Line = Field("", description="When it leaves: ISO 8601 with a zone, or words: “tomorrow 9”. Empty: at once.")


class SideConversationIn(Strict):
    address: Address
    subject: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), Storable]
    text: Text
    forwards: uuid.UUID | None = Field(None, description="A message of the case that stands below your text.")
    files: bool = Field(False, description="Whether the files of that message go along.")


class NoteIn(Strict):
    text: Text


class CommitmentIn(Strict):
    words: PromiseWords = Field(description="What is promised; the customer reads it.")
    due_at: Moment = Field(description="By when. It lies ahead.")


def person(user: User | None) -> dict[str, Any] | None:
    return {"ref": user.ref, "name": user.name, "address": user.email} if user else None


def customer(one: Customer) -> dict[str, Any]:
    return {"ref": one.ref, "name": one.name, "address": one.address}


def known(one: Customer) -> dict[str, Any]:
    """One customer with all their addresses."""
    points = one.contact_points.filter(kind=ContactPoint.Kind.EMAIL).order_by("pk")
    return customer(one) | {
        "addresses": list(points.values_list("value", flat=True)),
        "language": one.language,
        "tone": one.tone,
        "company": one.company.ref if one.company else None,
        "merged": list(one.merged.order_by("ref").values_list("ref", flat=True)),
    }


def row(case: Case) -> dict[str, Any]:
    """One case without its words."""
    return {
        "ref": case.ref,
        "subject": case.subject,
        "status": case.state,
        "owner": person(case.owner),
        "customer": customer(case.customer),
        "brand": case.brand.slug,
        "channel": case.channel,
        "language": case.language,
        "kind": case.kind.slug if case.kind else None,
        "tags": case.tag_names,
        "opened_at": case.opened_at,
        "last_at": case.last_at,
        "next_due_at": case.next_due_at if case.has_due else None,
        "returns_at": case.returns_at,
        "awaited_since": case.awaited_since,
        "awaited_until": case.awaited_until,
        "nudge_at": case.nudge_at,
    }


def message(one: Message) -> dict[str, Any]:
    return {
        "id": str(one.pk),
        "kind": one.kind,
        "at": one.at,
        "by": one.staff.name if one.staff else one.sender_name or one.sender,
        "text": one.text,
        "delivery": one.delivery,
        "leaves_at": one.release_at if one.delivery == Delivery.LATER else None,
        "attachments": [attachment.name for attachment in one.attachments.all()],
    }


def commitment(one: Commitment) -> dict[str, Any]:
    return {
        "id": str(one.pk),
        "promise": sentences.of_commitment(one, "en"),
        "key": one.key,
        "state": one.state,
        "made_at": one.made_at,
        "due_at": one.due_at,
        "settled_at": one.settled_at,
    }


def handover(one: Handover) -> dict[str, Any]:
    return {
        "ref": one.ref,
        "state": one.state,
        "giver": person(one.giver),
        "team": one.team.name,
        "owner": person(one.owner),
        "offered_at": one.offered_at,
        "due_at": one.due.due_at,
        "answer": one.answer,
    }


def whole(case: Case) -> dict[str, Any]:
    """One case with its words and its commitments, and what is asked of colleagues."""
    offered = Handover.objects.waiting().filter(case=case).for_pages().first()
    closing = Closing.objects.of_case(case).first()
    said = case.messages.shown().select_related("staff").prefetch_related("attachments")
    promised = Commitment.objects.about(case.ref).select_related("line")
    return row(case) | {
        "messages": [message(one) for one in said],
        "commitments": [commitment(one) for one in promised],
        "handover": handover(offered) if offered else None,
        "accounts": accounts(closing) if closing else None,
        "follows": case.follows.ref if case.follows and case.follows.shelf != Shelf.DELETED else None,
        "merged": list(Case.objects.filter(merged_into=case).order_by("ref").values_list("ref", flat=True)),
    }


def accounts(one: Closing) -> dict[str, Any]:
    """Both accounts of a case, as it was last resolved."""
    return {
        "ours": vars(one.ours),
        "theirs": vars(one.theirs),
        "differ": sorted(one.differences),
        "asked_at": one.asked_at,
        "given_at": one.given_at,
    }
