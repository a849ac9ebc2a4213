"""What we said of a case with replies that may still be taken back: each lies on what stood before it.

`Closing.before` is the top layer: {"message": the reply's key, "needed", "went", "solved" and "by" as they stood before it,
"below": the layer that these were said with, while its reply may still be taken back}.
"""

import uuid
from typing import Any

from makegood.cases.models import Delivery, Message
from makegood.feedback.account import Account
from makegood.feedback.models import Closing

Layer = dict[str, Any]
STOOD = ("needed", "went", "solved", "by")


def on_top(closing: Closing, reply: Message) -> Layer:
    """The layer of a reply with which something is said now."""
    by = str(closing.stated_by_id) if closing.stated_by_id else None
    below = closing.before
    if below and not Message.objects.filter(pk=below["message"], delivery=Delivery.HELD).exists():
        below = {}  # that reply has left
    return {"message": str(reply.pk), **vars(closing.ours), "by": by, "below": below}


def take_out(closing: Closing, reply: Message) -> Account | None:
    """Take the layer of a reply out, wherever it lies; what was said with it, None where nothing was. Does not save."""
    top: Layer = closing.before
    if top.get("message") == str(reply.pk):
        said = closing.ours
        closing.our_need, closing.our_went, closing.our_solved = top["needed"], top["went"], top["solved"]
        closing.stated_by_id = uuid.UUID(top["by"]) if top["by"] else None
        closing.before = top.get("below") or {}
        return said
    while below := top.get("below"):
        if below["message"] == str(reply.pk):
            said = Account(top["needed"], top["went"], top["solved"])
            top |= {name: below[name] for name in STOOD} | {"below": below.get("below") or {}}
            return said
        top = below
    return None
