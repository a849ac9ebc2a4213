"""`parse()`: any bytes to a `ParsedMail`, without ever raising."""

import re
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from typing import Literal, TypeVar

from makegood.channels.email.parsing import (
    addresses,
    automatic,
    bodies,
    bounces,
    charsets,
    forwards,
    headers,
    html_text,
    invitations,
    quotes,
)
from makegood.channels.email.parsing.mail import Address, Forwarded, ParsedMail
from makegood.customers.language import language_of

Kind = Literal["mime", "text", "html"]
T = TypeVar("T")

LONGEST_FALLBACK = 1_000_000  # bytes shown of a mail whose parts cannot be taken apart
MOST_HEAD_LINES = 5_000
MOST_TROUBLES = 30

SPACED_COLON = re.compile(rb"^([!-9;-~]{1,70})[ \t]+:", re.MULTILINE)
FOLDED_BOUNDARY = re.compile(rb"(boundary=\"[^\"\r\n]{1,200})\r?\n[ \t]", re.IGNORECASE)
LEADING = re.compile(rb"\A(?:\xef\xbb\xbf|[ \t]*\r?\n)+")
HEADER_LINE = re.compile(rb"\A(?:From |>?From \S+@|[!-9;-~]{1,70}[ \t]*:)")


def parse(raw: bytes, kind: Kind = "mime") -> ParsedMail:
    """Read a whole mail (`mime`) or only a body (`text`, `html`).

    Never raises, whatever the bytes: each step that fails is left out, and said in `troubles`. Time and memory
    grow linearly with the length of `raw`.
    """
    troubles: list[str] = []
    try:
        if kind == "mime":
            mail = _mail(bytes(raw), troubles)
        else:
            text = charsets.text_of(bytes(raw), html_text.declared_charset(raw) if kind == "html" else None, troubles)
            text = text.replace("\r\n", "\n").replace("\r", "\n")
            page = text if kind == "html" else None
            mail = _with_words(ParsedMail(html=page), html_text.text_of(text) if page is not None else text, troubles)
    except (Exception, RecursionError) as error:
        troubles.append(f"not readable as {kind} ({type(error).__name__}), shown as it came")
        mail = _as_it_came(bytes(raw))
    return replace(mail, troubles=tuple(dict.fromkeys(troubles))[:MOST_TROUBLES])


def _as_it_came(raw: bytes) -> ParsedMail:
    text = raw[:100_000].decode("utf-8", "replace").replace("\x00", "")
    return ParsedMail(text=text, reply=text)


def _attempt(step: Callable[[], T], otherwise: T, what: str, troubles: list[str]) -> T:
    """One step's result; when it fails, `otherwise`, and the trouble is said."""
    try:
        return step()
    except (Exception, RecursionError) as error:
        troubles.append(f"could not read {what} ({type(error).__name__})")
        return otherwise


def _mail(raw: bytes, troubles: list[str]) -> ParsedMail:
    message = _message(raw, troubles)
    lines = headers.Headers(message, troubles)
    mail = _attempt(lambda: _with_headers(lines, troubles), ParsedMail(), "the headers", troubles)
    found = _attempt(lambda: bodies.collect(message, troubles), bodies.Bodies(), "the parts", troubles)
    text = _attempt(lambda: found.text, "", "the text", troubles)
    mail = replace(mail, html=found.html, attachments=tuple(found.files))
    mail = _attempt(
        lambda: _classified(mail, message, lines, found, text, troubles), mail, "what kind of mail it is", troubles
    )
    mail = _with_words(mail, text, troubles)
    if mail.forwarded is None and len(found.enclosed) == 1 and not mail.is_bounce and not found.reports:
        enclosed = found.enclosed[0]
        if forwards.is_forward_subject(mail.subject) or len(mail.reply) < 500:
            passed_on = _attempt(lambda: _enclosed(enclosed, mail.reply, troubles), None, "the attached mail", troubles)
            mail = replace(mail, forwarded=passed_on)
    if found.calendar:
        mail = replace(mail, invitation=invitations.invitation(found.calendar, troubles))
    return mail


def _message(raw: bytes, troubles: list[str]) -> Message:
    """The mail as the standard library reads it, after mending what would hide its headers."""
    leading = LEADING.match(raw[:4096])
    if leading and HEADER_LINE.match(raw[leading.end() : leading.end() + 200]):
        raw = raw[leading.end() :]
    ends = [at for at in (raw.find(b"\n\n"), raw.find(b"\r\n\r\n"), raw.find(b"\r\r")) if at >= 0]
    end = min(ends) if ends else len(raw)
    head = raw[:end]
    if SPACED_COLON.search(head):
        head = SPACED_COLON.sub(rb"\1:", head)
    if FOLDED_BOUNDARY.search(head):
        head = FOLDED_BOUNDARY.sub(rb"\1 ", head)
    if head.count(b"\n") > MOST_HEAD_LINES:
        troubles.append("more header lines than are read")
        head = b"\n".join(head.split(b"\n", MOST_HEAD_LINES)[:MOST_HEAD_LINES])
    if len(head) != end:
        raw = head + raw[end:]
    try:
        return message_from_bytes(raw)
    except (Exception, RecursionError) as error:
        troubles.append(f"the parts are too deep or broken to take apart ({type(error).__name__})")
    head, _, body = raw.partition(b"\r\n\r\n" if b"\r\n\r\n" in head[-4:] + raw[end : end + 4] else b"\n\n")
    kept = re.sub(rb"(?im)^content-(?:type|transfer-encoding):.*(?:\r?\n[ \t].*)*\r?\n?", b"", head)
    return message_from_bytes(kept.rstrip() + b"\n\n" + body[:LONGEST_FALLBACK])


def _with_headers(lines: headers.Headers, troubles: list[str]) -> ParsedMail:
    def mailboxes(name: str) -> tuple[Address, ...]:
        return addresses.addresses(lines.every(name), troubles) if name in lines else ()

    def first(name: str) -> Address | None:
        found = mailboxes(name)
        return found[0] if found else None

    message_id = headers.message_ids(lines.raw("message-id"))
    in_reply_to = headers.message_ids(lines.raw("in-reply-to"))
    return ParsedMail(
        from_=first("from"),
        sender=first("sender"),
        reply_to=mailboxes("reply-to"),
        to=mailboxes("to"),
        cc=mailboxes("cc"),
        subject=lines.text("subject"),
        date=headers.date_of(lines.raw("date"), troubles),
        message_id=message_id[0] if message_id else "",
        in_reply_to=in_reply_to[0] if in_reply_to else "",
        references=headers.message_ids(" ".join(lines.every("references"))) if "references" in lines else (),
        is_bulk=automatic.is_bulk(lines),
        list_id=automatic.list_id(lines) if "list-id" in lines else "",
        auto_submitted=lines.raw("auto-submitted"),
        return_path=lines.raw("return-path").strip("<> ") if "return-path" in lines else None,
        delivered_to=tuple(lines.every("delivered-to") + lines.every("x-original-to") + lines.every("envelope-to")),
        authentication_results=tuple(lines.every("authentication-results")),
        received_count=len(lines.values.get("received", ())),
        loop_markers=automatic.loop_markers(lines),
        spam_flag=automatic.is_spam(lines),
    )


def _classified(
    mail: ParsedMail,
    message: Message,
    lines: headers.Headers,
    found: bodies.Bodies,
    text: str,
    troubles: list[str],
) -> ParsedMail:
    content_type = message.get_content_type()
    report = (
        message.get_param("report-type", "") if "report-type" in str(message.get("content-type", "")).lower() else ""
    )
    report_type = str(report[2] if isinstance(report, tuple) else report).strip().lower()
    is_feedback = automatic.is_feedback_report(content_type, report_type, found.reports, mail.subject)
    is_receipt = any("disposition-notification" in kind for kind, _ in found.reports)
    bounce = None
    if not is_feedback and not is_receipt:
        evidence = bounces.Evidence(
            lines, mail.from_, mail.subject, text, report_type, found,
            automatic.SUBJECTS.match(mail.subject) is not None, forwards.is_forward_subject(mail.subject),
        )  # fmt: skip
        bounce = bounces.bounce_of(message, evidence, troubles)
    return replace(
        mail,
        is_auto_reply=automatic.is_auto_reply(lines, mail.subject, found.reports),
        is_bounce=bounce is not None,
        bounce=bounce,
        is_feedback_report=is_feedback,
        is_read_receipt=is_receipt,
    )


def _with_words(mail: ParsedMail, text: str, troubles: list[str]) -> ParsedMail:
    """The mail with its text parted into own words and quoted ones, its forwarded mail and its language."""
    parted = _attempt(lambda: quotes.part(text), quotes.Parted(text, ""), "where the quotes begin", troubles)
    forwarded = None
    if not mail.is_bounce:
        forwarded = _attempt(
            lambda: forwards.unwrap(text, mail.subject, troubles), None, "the forwarded mail", troubles
        )
    sample = parted.reply or (forwarded.text if forwarded else "") or mail.subject
    language = _attempt(lambda: language_of(sample), "", "the language", troubles)
    return replace(mail, text=text, reply=parted.reply, quoted=parted.quoted, forwarded=forwarded, language=language)


def _enclosed(message: Message, note: str, troubles: list[str]) -> Forwarded | None:
    lines = headers.Headers(message, troubles)
    inner = _with_headers(lines, troubles)
    if inner.from_ is None:
        return None
    text = bodies.collect(message, troubles).text
    return Forwarded(inner.from_, inner.to, inner.subject, lines.raw("date"), text, note)
