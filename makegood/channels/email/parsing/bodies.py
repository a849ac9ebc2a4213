"""The parts of a mail walked once: its text, its HTML, its attachments, and what other parts say."""

import re
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from typing import Any

from makegood.channels.email.parsing import attachments, charsets, html_text
from makegood.channels.email.parsing.mail import Attachment

MOST_PARTS = 1_000
DEEPEST = 60
LONGEST_TEXT = 3_000_000  # bytes of one text part that are shown; the rest stays in the raw mail

REPORT_TYPES = ("message/delivery-status", "message/global-delivery-status", "message/feedback-report",
                "message/disposition-notification", "message/global-disposition-notification")  # fmt: skip
SIGNATURE_TYPES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
                   "application/pgp-keys")  # fmt: skip
HEADER_TYPES = ("text/rfc822-headers", "text/rfc822-header", "message/rfc822-headers", "message/global-headers")
BOUNDARY = re.compile(r"\A\s*boundary\s*=\s*\"?([^\"\s;]{1,200})", re.IGNORECASE)
BOUNDARY_LINE = re.compile(r"^--([^\s\"]{6,200}?)[ \t]*\r?\n[A-Za-z-]{4,40}:", re.MULTILINE)
CALENDAR_TYPES = ("text/calendar", "application/ics")


@dataclass(slots=True)
class Piece:
    """One stretch of what a mail shows, as plain text, as HTML, or both."""

    plain: str | None = None
    html: str | None = None


@dataclass(slots=True)
class Bodies:
    """What the walk collected."""

    pieces: list[Piece] = field(default_factory=list)
    files: list[Attachment] = field(default_factory=list)
    reports: list[tuple[str, Message]] = field(default_factory=list)
    enclosed: list[Message] = field(default_factory=list)  # mails inside: attached, or returned by a bounce
    enclosed_headers: list[str] = field(default_factory=list)
    calendar: bytes | None = None
    parts: int = 0

    @property
    def html(self) -> str | None:
        """All HTML of the mail, None when it has none."""
        found = [piece.html for piece in self.pieces if piece.html]
        return "\n".join(found) if found else None

    @property
    def text(self) -> str:
        """All text of the mail, made from HTML where there is nothing else."""
        return "\n\n".join(filter(None, (shown(piece) for piece in self.pieces)))


def shown(piece: Piece) -> str:
    """A piece as text."""
    if piece.plain and piece.plain.strip():
        return piece.plain.strip("\n").rstrip()
    return html_text.text_of(piece.html) if piece.html else ""


def collect(message: Message, troubles: list[str]) -> Bodies:
    """Walk all parts of `message` and sort out what each is for."""
    bodies = Bodies()
    _visit(message, bodies, None, 0, troubles, related=False)
    if not any(piece.plain or piece.html for piece in bodies.pieces):
        _show_first_text_file(message, bodies, troubles)
    if bodies.html and any(not file.inline and file.content_id for file in bodies.files):
        page = bodies.html
        bodies.files = [_shown_inline(file, page) for file in bodies.files]
    return bodies


def _show_first_text_file(message: Message, bodies: Bodies, troubles: list[str]) -> None:
    """A mail that is nothing but a text file shows that file."""
    children: Any = message.get_payload() if message.is_multipart() else [message]
    for part in children[:20]:
        if isinstance(part, Message) and part.get_content_type() in ("text/plain", "text/html"):
            _add_text(part, part.get_content_type(), bodies, None, troubles)
            return


def _shown_inline(file: Attachment, page: str) -> Attachment:
    if file.content_id and "cid:" + file.content_id in page:
        return Attachment(file.name, file.content_type, file.content, file.content_id, inline=True)
    return file


def _visit(
    part: Message, bodies: Bodies, piece: Piece | None, depth: int, troubles: list[str], *, related: bool
) -> None:
    bodies.parts += 1
    if bodies.parts > MOST_PARTS or depth > DEEPEST:
        if bodies.parts == MOST_PARTS + 1 or depth == DEEPEST + 1:
            troubles.append("more parts than are read")
        return
    kind = part.get_content_type()
    payload: Any = part.get_payload()
    if isinstance(payload, list):
        if kind in REPORT_TYPES:
            bodies.reports.append((kind, part))
        elif kind.startswith("message/"):
            _enclosed(part, payload, bodies, troubles)
        else:
            inner = Piece() if kind == "multipart/alternative" else None
            if inner is not None and piece is None:
                bodies.pieces.append(inner)
            for child in payload:
                _visit(
                    child, bodies, inner or piece, depth + 1, troubles, related=kind == "multipart/related" or related
                )
        return
    if kind.startswith("multipart/") and isinstance(payload, str):
        mended = _mended(payload, troubles)
        if mended is not None:
            _visit(mended, bodies, piece, depth + 1, troubles, related=related)
        elif payload.strip():
            bodies.pieces.append(
                Piece(plain=charsets.text_of(payload.encode("utf-8", "surrogateescape"), None, troubles))
            )
        return
    _leaf(part, kind, bodies, piece, troubles, related=related)


def _mended(payload: str, troubles: list[str]) -> Message | None:
    """A multipart whose boundary is missing from, or folded wrongly in, its header, parted by the boundary it uses."""
    match = BOUNDARY.search(payload[:2000]) or BOUNDARY_LINE.search(payload[:10_000])
    if match is None or f"--{match[1]}" not in payload:
        return None
    troubles.append("a multipart had no usable boundary in its header")
    head = f'Content-Type: multipart/mixed; boundary="{match[1]}"\n\n'
    return message_from_bytes((head + payload).encode("utf-8", "surrogateescape"))


def _enclosed(part: Message, payload: list[Message], bodies: Bodies, troubles: list[str]) -> None:
    bodies.enclosed.extend(payload)
    for inner in payload:
        name = attachments.file_name(part, troubles) or attachments.clean_name(
            str(inner.get("subject", ""))[:80] + ".eml"
        )
        try:
            content = inner.as_bytes()
        except (ValueError, TypeError, LookupError, AttributeError, KeyError, RecursionError):
            content = str(inner.get_payload()).encode("utf-8", "surrogateescape")
            troubles.append("an attached mail could not be written out again whole")
        bodies.files.append(Attachment(name, "message/rfc822", content, "", inline=False))


def _leaf(part: Message, kind: str, bodies: Bodies, piece: Piece | None, troubles: list[str], *, related: bool) -> None:
    disposition = str(part.get("content-disposition", "")).strip().lower()
    name = attachments.file_name(part, troubles) if _may_have_name(part) else ""
    is_file = disposition.startswith("attachment") or bool(name)
    if kind in REPORT_TYPES:
        bodies.reports.append((kind, part))
        return
    if kind in HEADER_TYPES:
        bodies.enclosed_headers.append(_text(part, kind, troubles))
        return
    if kind in ("text/plain", "text/html", "text/enriched", "text/richtext", "text/x-amp-html") and not is_file:
        if kind != "text/x-amp-html":
            _add_text(part, "text/html" if kind == "text/html" else "text/plain", bodies, piece, troubles)
        return
    if kind in SIGNATURE_TYPES:
        return
    content = attachments.content_of(part)
    if kind in CALENDAR_TYPES or name.lower().endswith(".ics"):
        bodies.calendar = bodies.calendar or content
        if piece is not None and not is_file:
            return
    if kind.startswith("text/") and not is_file and not disposition and kind not in CALENDAR_TYPES:
        _add_text(part, "text/plain", bodies, None, troubles)
        return
    if attachments.is_tnef(kind, name, content):
        files, plain, page = attachments.opened_tnef(content, troubles)
        if files or plain or page:
            bodies.files.extend(files)
            if not bodies.text.strip() and (plain or page):
                bodies.pieces.append(Piece(plain or None, page or None))
            return
    content_id = str(part.get("content-id", "")).strip().strip("<>").strip()
    inline = (
        bool(content_id) and not disposition.startswith("attachment") and (related or disposition.startswith("inline"))
    )
    bodies.files.append(Attachment(name or attachments.default_name(kind), kind, content, content_id, inline=inline))


def _may_have_name(part: Message) -> bool:
    return any("name" in str(part.get(header, "")).lower() for header in ("content-type", "content-disposition")) or (
        "content-location" in part
    )


def _add_text(part: Message, kind: str, bodies: Bodies, piece: Piece | None, troubles: list[str]) -> None:
    text = _text(part, kind, troubles)
    if kind == "text/plain":
        if piece is not None and piece.plain is None:
            piece.plain = text
        elif piece is None or text.strip() not in (piece.plain or ""):
            bodies.pieces.append(Piece(plain=text))
    elif piece is not None and piece.html is None:
        piece.html = text
    else:
        bodies.pieces.append(Piece(html=text))


def _text(part: Message, kind: str, troubles: list[str]) -> str:
    content = attachments.content_of(part)
    if len(content) > LONGEST_TEXT:
        troubles.append("a very long text was cut; the whole is in the raw mail")
        content = content[:LONGEST_TEXT]
    label: str | None = _parameter(part, "charset")
    if kind == "text/html" and not label:
        label = html_text.declared_charset(content)
    text = charsets.text_of(content, label or None, troubles)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if kind == "text/plain" and _parameter(part, "format").lower() == "flowed":
        return unflowed(text, delete_space=_parameter(part, "delsp").lower() == "yes")
    return text


def _parameter(part: Message, name: str) -> str:
    if name not in str(part.get("content-type", "")).lower():
        return ""
    try:
        value = part.get_param(name, "")
    except (ValueError, TypeError, IndexError, AttributeError, LookupError):
        return ""
    return str(value[2] if isinstance(value, tuple) else value).strip()


def unflowed(text: str, *, delete_space: bool) -> str:
    """Text of `format=flowed` (RFC 3676) with its soft line ends joined again."""
    joined: list[list[str]] = []
    soft = -1  # quote depth of the line in hand if it goes on, else -1
    for line in text.split("\n"):
        marks = re.match(r">*", line)
        depth = marks.end() if marks else 0
        words = line[depth:]
        words = words.removeprefix(" ")
        goes_on = words.endswith(" ") and words != "-- "
        if goes_on and delete_space:
            words = words[:-1]
        if soft == depth and words != "-- " and joined:
            joined[-1].append(words)
        else:
            joined.append([">" * depth + (" " if depth else "") + words])
        soft = depth if goes_on else -1
    return "\n".join("".join(line) for line in joined)
