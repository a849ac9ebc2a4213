"""Splitting by the programming interface: some of what was said goes to a case of its own, and comes back."""

import uuid
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router
from ninja.errors import HttpError

from makegood.cases import actions as cases
from makegood.cases import dividing
from makegood.cases.dividing import Writer
from makegood.cases.models import Message, Split
from makegood.channels.api import shapes
from makegood.channels.api.asking import asker, case_itself, case_of
from makegood.channels.api.merging import Named
from makegood.channels.api.shapes import CaseOut
from makegood.channels.api.strict import Strict

MOST = 500
REFUSED = {
    "nothing": "messages: name at least one.",
    "all": "messages: at least one must stay. To move them all, merge the case into another.",
    "whose": "customer: several people wrote these messages. Say whose case it will be.",
    "shelved": "The case lies in Junk or is deleted. Take it back into work first.",
    "closed": "The case that it came from was closed since, and takes no words.",
    "merged": "The case that it came from has been merged into another since. Part these first.",
    "later": "Something was said or done in the new case since. Merge it into the other instead.",
    "undone": "This split has been undone already.",
}
MOVED = "messages: these are not all in this case, or cannot go: replies that have not left, and automatic mails, stay."
router = Router()


class SplitIn(Strict):
    messages: Annotated[list[uuid.UUID], Field(min_length=1, max_length=MOST)] = Field(
        description="The ids of the messages that go: customer's words, notes, replies that have left."
    )
    customer: Named | None = Field(
        None, description="Whose case it will be, where several customers wrote them: a reference or mail address."
    )


@router.post("/cases/{ref}/split", response={200: CaseOut}, tags=["cases"])
def split_case(request: HttpRequest, ref: str, body: SplitIn) -> dict[str, Any]:
    """Give some of what was said a case of its own, which is the answer. At least one message stays."""
    source = case_of(request, ref)
    going = dividing.chosen(source, body.messages)
    if len(going) != len(set(body.messages)):
        raise HttpError(409, MOVED)
    named = _writer(going, body.customer) if body.customer is not None else None
    try:
        new = cases.split(source, going, customer=named, by=asker(request), at=timezone.now())
    except cases.MovedMeanwhile:
        raise HttpError(409, MOVED)
    except cases.CannotSplit as refusal:
        raise HttpError(422 if refusal.reason == "whose" else 409, REFUSED[refusal.reason])
    return shapes.whole(case_of(request, new.ref))


@router.post("/cases/{ref}/split/withdrawal", response={200: CaseOut}, tags=["cases"])
def undo_split(request: HttpRequest, ref: str) -> dict[str, Any]:
    """Undo the split that made this case, while nothing was said or done in it; the case that all is in again is the answer.
    Said again, it stays."""
    new = case_itself(request, ref)
    kept = Split.objects.filter(target=new).select_related("source").first()
    if kept is None:
        raise HttpError(409, "This case was not split off another one.")
    source = case_of(request, kept.source.ref)
    if kept.undone_at is None:
        try:
            cases.undo_split(kept, by=asker(request), at=timezone.now())
        except cases.CannotSplit as refusal:
            raise HttpError(409, REFUSED[refusal.reason])
    return shapes.whole(case_of(request, source.ref))


def _writer(going: list[Message], named: str) -> Writer:
    """Who of those that wrote these messages bears this reference or address."""
    wanted = named.casefold()
    for one in dividing.writers(going):
        if wanted in (one.key.casefold(), one.address.casefold()):
            return one
    raise HttpError(422, "customer: they wrote none of these messages.")
