"""Case, message and what belongs to them."""

from makegood.cases.models.case import OPEN_STATES, Case, CaseState, Party, Shelf
from makegood.cases.models.merge import Merge
from makegood.cases.models.message import Attachment, Delivery, Message, MessageKind
from makegood.cases.models.working import Draft, DraftFile, Seen, Template

__all__ = [
    "OPEN_STATES",
    "Attachment",
    "Case",
    "CaseState",
    "Delivery",
    "Draft",
    "DraftFile",
    "Merge",
    "Message",
    "MessageKind",
    "Party",
    "Seen",
    "Shelf",
    "Template",
]
