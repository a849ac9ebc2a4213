"""All that we hold of one customer, as a file for them: what was said and promised as JSON, files as they came. Reads only.

Notes of our own people, and what was asked of teams, contractors and other third parties for them, stand in a file of their own, to be looked at
before they are handed on.
"""

import json
import zipfile
from collections.abc import Iterator
from typing import IO, Any

from django.db.models import Prefetch

from makegood.cases import blobs
from makegood.cases.fields import standing
from makegood.cases.models import (
    Attachment,
    Case,
    Delivery,
    Message,
    MessageKind,
    SideConversation,
    SideWord,
    Task,
    TaskWord,
)
from makegood.customers.models import Consent, Customer, Note
from makegood.feedback.models import Closing
from makegood.orders.models import Order
from makegood.promises.models import Commitment
from makegood.recovery.models import Recovery, Remedy

PIECE = 1024 * 1024
SOME = 100  # cases read at once
UNSAFE = str.maketrans(dict.fromkeys('/\\:*?"<>|\0', "_"))


def write(customer: Customer, out: IO[bytes]) -> None:
    """Write a ZIP: data.json, notes.json, and under files/ each attachment. What no longer lies in the storage, and what
    the virus scanner refused, is named in data.json alone."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in _files(customer):
            _put(archive, file)
        archive.writestr("data.json", _json(_data(customer)))
        archive.writestr("notes.json", _json(_internal(customer)))


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1, default=str)


def _put(archive: zipfile.ZipFile, file: Attachment) -> None:
    if file.refused:
        return
    try:
        content = blobs.fetch(file.digest)
    except FileNotFoundError:
        return
    with content, archive.open(_path(file), "w", force_zip64=True) as place:
        while piece := content.read(PIECE):
            place.write(piece)


def _path(file: Attachment) -> str:
    return f"files/{file.pk.hex[-12:]}-{file.name.translate(UNSAFE)}"


def _data(customer: Customer) -> dict[str, Any]:
    known = Customer.objects.part_of(customer).values("pk")
    return {
        "customer": _person(customer),
        "cases": list(_cases(customer)),
        "elsewhere": [_message(one) for one in _said_elsewhere(customer)],
        "promises": [_promise(one) for one in Commitment.objects.filter(customer__in=known).order_by("made_at", "id")],
        "orders": [_order(one) for one in Order.objects.of_customer(customer).prefetch_related("lines__product")],
        "remedies": [_remedy(one) for one in Remedy.objects.filter(customer=customer).order_by("owed_at", "id")],
        "consents": [_consent(one) for one in Consent.objects.of_customer(customer).select_related("purpose")],
        "answers": [_answer(one) for one in Closing.objects.answers_of(customer).select_related("case")],
        "recoveries": list(
            Recovery.objects.filter(customer=customer)
            .order_by("opened_at", "id")
            .values("ref", "about", "opened_at", "understanding", "ended_at", "outcome")
        ),
    }


def _person(customer: Customer) -> dict[str, Any]:
    return {
        **{
            name: getattr(customer, name)
            for name in ("ref", "name", "language", "timezone", "tier", "tone", "blocked_at")
        },
        "company": {"ref": customer.company.ref, "name": customer.company.name} if customer.company else None,
        "addresses": list(customer.contact_points.order_by("pk").values_list("value", flat=True)),
        "known_before_as": [one.ref for one in Customer.objects.part_of(customer) if one.pk != customer.pk],
    }


def _cases(customer: Customer) -> Iterator[dict[str, Any]]:
    said = (
        Message.objects.shown()
        .exclude(kind=MessageKind.NOTE)
        .exclude(delivery=Delivery.LATER)
        .select_related("staff")
        .prefetch_related("attachments")
    )
    cases = Case.objects.filter(customer=customer).select_related("brand", "kind").order_by("opened_at", "id")
    for case in cases.prefetch_related(Prefetch("messages", said, to_attr="said")).iterator(chunk_size=SOME):
        yield {
            **{name: getattr(case, name) for name in ("ref", "subject", "state", "channel", "language")},
            **{name: getattr(case, name) for name in ("opened_at", "resolved_at", "closed_at")},
            "brand": case.brand.name,
            "kind": str(case.kind) if case.kind else None,
            "fields": {str(one.field): one.told for one in standing.of(case) if one.told},
            "messages": [_message(one) for one in case.said],
        }


def _said_elsewhere(customer: Customer) -> Any:
    """Their words in the cases of others."""
    known = Customer.objects.part_of(customer).values("pk")
    said = Message.objects.filter(customer__in=known).exclude(case__customer=customer).exclude(delivery=Delivery.UNDONE)
    return said.select_related("staff").prefetch_related("attachments").order_by("at", "id")


def _message(one: Message) -> dict[str, Any]:
    return {
        "at": one.at, "kind": one.kind, "from": one.sender or (one.staff.name if one.staff else ""),
        "to": one.to, "cc": one.cc, "text": one.text, "quoted": one.quoted,
        "files": [{"name": file.name, "size": file.size, "path": _path(file)} for file in one.attachments.all()],
    }  # fmt: skip


def _promise(one: Commitment) -> dict[str, Any]:
    names = ("about", "key", "words", "state", "made_at", "due_at", "settled_at", "done_at")
    return {name: getattr(one, name) for name in names}


def _order(one: Order) -> dict[str, Any]:
    names = ("ref", "number", "state", "currency", "total", "terms", "placed_at", "promised_at", "delivered_at")
    lines = [
        {"product": str(line.product), "quantity": line.quantity, "price": line.unit_price} for line in one.lines.all()
    ]
    return {name: getattr(one, name) for name in names} | {"lines": lines}


def _remedy(one: Remedy) -> dict[str, Any]:
    names = ("about", "kind", "currency", "amount", "words", "state", "owed_at", "settled_at")
    return {name: getattr(one, name) for name in names}


def _consent(one: Consent) -> dict[str, Any]:
    return {
        "purpose": one.purpose.name, "given": one.is_given, "said_on": one.said_on, "source": one.source,
        "noted_at": one.at,
    }  # fmt: skip


def _answer(one: Closing) -> dict[str, Any]:
    return {
        "case": one.case.ref, "needed": one.their_need, "went": one.their_went, "solved": one.their_solved,
        "given_at": one.given_at,
    }  # fmt: skip


def _internal(customer: Customer) -> dict[str, Any]:
    return {
        "about_them": list(_about(customer)),
        "notes": list(_notes(customer)),
        "tasks": list(_tasks(customer)),
        "side_conversations": list(_side_conversations(customer)),
    }


def _about(customer: Customer) -> Iterator[dict[str, Any]]:
    """Notes about the customer themselves, of no case."""
    for one in Note.objects.of_customer(customer).select_related("by", "changed_by"):
        changed = {"at": one.changed_at, "by": one.changed_by.name} if one.changed_by else None
        yield {"at": one.at, "by": one.by.name, "text": one.text, "changed": changed}


def _notes(customer: Customer) -> Iterator[dict[str, Any]]:
    notes = Message.objects.filter(case__customer=customer, kind=MessageKind.NOTE).select_related("case", "staff")
    for one in notes.order_by("at", "id").iterator(chunk_size=SOME):
        yield {
            "case": one.case.ref,
            "at": one.at,
            "by": one.staff.name if one.staff else one.sender_name or one.sender,
            "text": one.text,
        }


def _tasks(customer: Customer) -> Iterator[dict[str, Any]]:
    said = TaskWord.objects.select_related("staff").prefetch_related("files").order_by("at", "id")
    tasks = Task.objects.filter(case__customer=customer).select_related("case", "team").order_by("given_at", "id")
    for task in tasks.prefetch_related(Prefetch("words", said, to_attr="said")).iterator(chunk_size=SOME):
        yield {
            **{name: getattr(task, name) for name in ("ref", "what", "state", "given_at", "says_at", "settled_at")},
            "case": task.case.ref,
            "to": task.receiver,
            "words": [_outside_word(one) for one in task.said],
        }


def _side_conversations(customer: Customer) -> Iterator[dict[str, Any]]:
    found = SideConversation.objects.filter(case__customer=customer).select_related("case").order_by("started_at", "id")
    for one in found.with_words().iterator(chunk_size=SOME):
        yield {
            "case": one.case.ref, "subject": one.subject, "to": one.address, "started_at": one.started_at,
            "words": [_outside_word(word) for word in one.words.all()],
        }  # fmt: skip


def _outside_word(one: TaskWord | SideWord) -> dict[str, Any]:
    return {
        "at": one.at, "kind": one.kind, "by": one.staff.name if one.staff else one.sender_name or one.sender,
        "text": one.text, "quoted": one.quoted, "files": [{"name": file.name, "size": file.size} for file in one.files.all()],
    }  # fmt: skip


def _files(customer: Customer) -> Iterator[Attachment]:
    """Those of what is told: the notes' own stay with us."""
    cases = Attachment.objects.filter(message__case__customer=customer).exclude(message__kind=MessageKind.NOTE)
    elsewhere = Attachment.objects.filter(message__in=_said_elsewhere(customer).order_by().values("pk"))
    yield from (cases | elsewhere).order_by("pk").iterator(chunk_size=SOME)
