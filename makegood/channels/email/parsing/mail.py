"""The nouns of a parsed mail: what `parse()` hands back, all frozen."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox as written in a header: `name` decoded or empty, `address` bare (`ada@example.com`)."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        """The lower-case domain, empty where the address has none."""
        return self.address.rpartition("@")[2].lower() if "@" in self.address else ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with the mail; `content_id` is bare (no angle brackets), `inline` if the text shows it."""

    name: str
    content_type: str
    content: bytes
    content_id: str
    inline: bool


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a delivery report says about mail that we sent."""

    recipients: tuple[str, ...]
    temporary: bool
    original_message_id: str
    diagnostic: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """A calendar invitation (RFC 5546) in a few words; `starts`/`ends` are naive for all-day or floating times."""

    method: str
    summary: str
    organizer: str
    location: str
    starts: datetime | None
    ends: datetime | None
    uid: str


@dataclass(frozen=True, slots=True)
class Forwarded:
    """The mail inside a forwarded mail; `note` is what the forwarder wrote above and below it."""

    from_: Address | None
    to: tuple[Address, ...]
    subject: str
    date: str
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class ParsedMail:
    """Everything that Makegood reads from one incoming mail.

    Message ids are bare (no angle brackets). `text` is all the text shown; `reply` is `text` without quoted mail
    and signature, and may be empty when the customer wrote nothing new; `quoted` is the rest of `text`.
    `html` is the HTML part as it came: it must be sanitised before it is shown. `date` is aware or None.
    `language` is en, lt, ru, nl, ja, or empty when there is too little text to tell.
    `troubles` says in English, for operators, what had to be guessed or left out.
    """

    from_: Address | None = None
    sender: Address | None = None
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    subject: str = ""
    date: datetime | None = None
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()

    text: str = ""
    html: str | None = None
    reply: str = ""
    quoted: str = ""
    language: str = ""
    attachments: tuple[Attachment, ...] = ()
    invitation: Invitation | None = None
    forwarded: Forwarded | None = None

    is_auto_reply: bool = False
    is_bounce: bool = False
    bounce: Bounce | None = None
    is_feedback_report: bool = False
    is_read_receipt: bool = False
    is_bulk: bool = False
    list_id: str = ""
    auto_submitted: str = ""

    return_path: str | None = None
    delivered_to: tuple[str, ...] = ()
    authentication_results: tuple[str, ...] = ()
    received_count: int = 0
    loop_markers: tuple[str, ...] = ()
    spam_flag: bool = False
    troubles: tuple[str, ...] = field(default=())
