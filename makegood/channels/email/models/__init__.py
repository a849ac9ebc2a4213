"""Mailboxes, raw mail as it came, mail on its way out."""

from makegood.channels.email.models.incoming import KnownMessage, RawMail
from makegood.channels.email.models.mailbox import Mailbox
from makegood.channels.email.models.outgoing import Outgoing

__all__ = ["KnownMessage", "Mailbox", "Outgoing", "RawMail"]
