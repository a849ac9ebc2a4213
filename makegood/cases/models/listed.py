"""A case as lists show it: a few columns of it, its customer and its owner, and no model around them."""

import datetime as dt
import uuid
from typing import NamedTuple

COLUMNS = (
    *("pk", "ref", "subject", "state", "channel", "merged_into_id", "next_due_at", "last_at", "last_from_customer_at"),
    *("opened_at", "asked_at", "returns_at", "returned_at", "customer__name", "customer__ref", "owner__name"),
    *("kind__name", "kind__names"),
)


class ListedCase(NamedTuple):
    """What COLUMNS hold, in their order, and `tag_names`. `owner` is a name; None: without owner."""

    pk: uuid.UUID
    ref: str
    subject: str
    state: str
    channel: str
    merged_into: uuid.UUID | None
    next_due_at: dt.datetime
    last_at: dt.datetime
    last_from_customer_at: dt.datetime | None
    opened_at: dt.datetime
    asked_at: dt.datetime | None
    returns_at: dt.datetime | None
    returned_at: dt.datetime | None
    customer_name: str
    customer_ref: str
    owner: str | None
    kind: str | None
    kind_names: dict[str, str] | None
    tags: str | None
