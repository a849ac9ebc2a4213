"""Mail taken apart: pure, bounded, and never raising. `parse(raw)` gives a `ParsedMail`."""

from makegood.channels.email.parsing.mail import Address, Attachment, Bounce, Forwarded, Invitation, ParsedMail
from makegood.channels.email.parsing.parse import parse

__all__ = ["Address", "Attachment", "Bounce", "Forwarded", "Invitation", "ParsedMail", "parse"]
