"""Delivery reports about mail that we sent: failures and delays, by RFC 3464 parts and by what mail systems write.

A report that follows RFC 3464 is believed. Anything else is weighed: who sent it, its subject, its words, SMTP
answers, a returned mail inside. One sign alone is enough only when nothing speaks for a person.
"""

import re
from dataclasses import dataclass, field
from email.message import Message
from typing import Any

from makegood.channels.email.parsing import bounce_words as words
from makegood.channels.email.parsing import headers as header_lines
from makegood.channels.email.parsing import lazily
from makegood.channels.email.parsing.bodies import Bodies
from makegood.channels.email.parsing.headers import Headers
from makegood.channels.email.parsing.mail import Address, Bounce

LOOKED_AT = 20_000  # characters of the text that are weighed
LONGEST_FOR_FLUFL = 200_000  # characters; its patterns are not all linear
ENOUGH = 3
MOST_RECIPIENTS = 200

ADDRESS = re.compile(r"[^\s<>\"'(),;:\[\]|=@]{1,100}@[A-Za-z0-9_.-]{1,200}\.[A-Za-z0-9-]+")
REPORT_FIELD = re.compile(r"^([A-Za-z-]{4,40}):[ \t]*(.*)$", re.MULTILINE)
BLANK = re.compile(r"\s+")


@dataclass(slots=True)
class Report:
    """What the machine-readable part says."""

    failed: list[str] = field(default_factory=list)
    delayed: list[str] = field(default_factory=list)
    delivered: list[str] = field(default_factory=list)
    diagnostic: str = ""
    blocks: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything about a mail that bears on the question."""

    headers: Headers
    from_: Address | None
    subject: str
    text: str
    report_type: str
    bodies: Bodies
    is_auto_reply_subject: bool
    is_forward: bool


def bounce_of(message: Message, evidence: Evidence, troubles: list[str]) -> Bounce | None:
    """What the delivery report says; None when the mail is none, or only reports success."""
    report = _report(evidence, troubles)
    if report.failed or report.delayed:
        recipients = report.failed or report.delayed
        return _bounce(evidence, recipients, temporary=not report.failed, diagnostic=report.diagnostic)
    if report.delivered:
        return None
    notified = _notification(evidence.text)
    if notified is not None:
        return notified
    if weight(evidence) < ENOUGH:
        return None
    head = evidence.text[:LOOKED_AT]
    is_short = len(evidence.text) <= LONGEST_FOR_FLUFL
    temporary, failed = _read_by_flufl(message, troubles) if is_short else ([], [])
    recipients = failed or temporary or _named(evidence)
    is_temporary = bool(temporary and not failed) or (not failed and _sounds_temporary(evidence.subject, head))
    return _bounce(evidence, recipients, temporary=is_temporary, diagnostic=report.diagnostic or _answer(head))


def weight(evidence: Evidence) -> int:
    """How much speaks for a delivery report; `ENOUGH` or more is one."""
    system = _system(evidence.from_, evidence.headers)
    subject = words.SUBJECT.match(evidence.subject) is not None
    is_report = evidence.report_type == "delivery-status"
    null_sender = _has_null_sender(evidence.headers)
    if evidence.from_ is not None and not (system or subject or is_report or null_sender):
        if "x-failed-recipients" not in evidence.headers and not words.WITHIN_SUBJECT.search(evidence.subject):
            return 0  # nearly all mail ends here, before its words are looked at
    head = BLANK.sub(" ", evidence.text[:LOOKED_AT])
    strong = len({match.lower() for match in words.STRONG.findall(head)})
    reason = words.REASON.search(head) is not None
    code = words.SMTP_CODE.search(head) is not None
    inside = evidence.bodies
    returned = bool(inside.enclosed or inside.enclosed_headers) or words.RETURNED.search(head) is not None
    said = min(strong, 2) * 2 + reason + code
    if is_report:
        return 0 if words.DELIVERED.search(head) and not (strong or code) else ENOUGH + 1
    if "x-failed-recipients" in evidence.headers:
        return ENOUGH + 1
    if evidence.is_auto_reply_subject and not (strong and returned):
        return 0
    if system == 2:  # a mailer daemon writes nothing else, unless it answers for somebody on holiday
        replied = evidence.headers.raw("auto-submitted").lower().startswith("auto-replied")
        return said + subject * 2 + returned + (0 if replied else ENOUGH)
    if system == 1:
        return said + subject * 2 + returned + null_sender + (1 if said else 0)
    if evidence.from_ is None:
        return said + subject * 2 + returned + (2 if null_sender else 0) + 1
    if null_sender:
        return said + subject * 2 + returned - 1
    if subject and strong and (code or reason or returned):
        return ENOUGH
    at_once = words.STRONG.search(head[:300]) is not None
    return ENOUGH if at_once and words.WITHIN_SUBJECT.search(evidence.subject) and not evidence.is_forward else 0


def _has_null_sender(headers: Headers) -> bool:
    """Sent from `<>`, as delivery reports and careful automatic answers are."""
    return "return-path" in headers and re.fullmatch(r"<?\s*>?", headers.raw("return-path")) is not None


def _system(sender: Address | None, headers: Headers) -> int:
    """2 for a mailer daemon, 1 for a postmaster and their like, 0 for what may be a person."""
    raw = headers.raw("from")
    local = sender.address.partition("@")[0] if sender else raw.strip('<>" ')
    if words.DAEMON.match(local) or re.search(r"\bmailer-daemon\b", raw, re.IGNORECASE):
        return 2
    if words.POSTMASTER.match(sender.address if sender else local) or words.SYSTEM_NAME.search(raw):
        return 1
    return 0


def _report(evidence: Evidence, troubles: list[str]) -> Report:
    report = Report()
    for kind, part in evidence.bodies.reports:
        if "delivery-status" in kind:
            payload: Any = part.get_payload()
            blocks = payload if isinstance(payload, list) else []
            for block in blocks[:1000]:
                if isinstance(block, str):
                    continue
                _read_block({name.lower(): str(value) for name, value in block.raw_items()}, report)
                inner = block.get_payload()
                if isinstance(inner, str) and "final-recipient" in inner[:4000].lower():
                    _read_text(inner, report)
            if not blocks and isinstance(payload, str):
                _read_text(payload, report)
    head = evidence.text[:LOOKED_AT]
    if not report.blocks and "final-recipient:" in head.lower() and evidence.bodies.parts < 20:
        if _system(evidence.from_, evidence.headers) or evidence.report_type or evidence.from_ is None:
            _read_text(head, report)
    return report


def _read_text(text: str, report: Report) -> None:
    for block in re.split(r"\n[ \t>]*\n", text[:LOOKED_AT]):
        _read_block({name.lower(): value for name, value in REPORT_FIELD.findall(block)}, report)


def _read_block(fields: dict[str, str], report: Report) -> None:
    known = [fields.get(name, "") for name in ("original-recipient", "final-recipient", "x-actual-recipient")]
    known.sort(key=lambda recipient: ADDRESS.search(recipient) is None)  # the one that we wrote to, if it is readable
    recipient = next(filter(None, known), "")
    action = fields.get("action", "").strip().lower()
    status = re.search(r"[245](?=\.)", fields.get("status", ""))
    if not recipient and not (action and status):
        return
    report.blocks += 1
    found = ADDRESS.search(recipient.partition(";")[2] or recipient)
    address = found[0] if found else recipient.partition(";")[2].strip(" <>") or recipient.strip()
    diagnostic = BLANK.sub(" ", fields.get("diagnostic-code", "") or fields.get("status", "")).strip()
    if action.startswith(("deliver", "relay", "expand")) and not (status and status[0] == "5"):
        report.delivered.append(address)
        return
    if action.startswith("delay") or (not action and status and status[0] == "4"):
        report.delayed.append(address)
    elif not action and status and status[0] == "2":
        report.delivered.append(address)
        return
    else:
        report.failed.append(address)
    report.diagnostic = report.diagnostic or diagnostic[:1000]


def _notification(text: str) -> Bounce | None:
    """Amazon's JSON form of a bounce."""
    start = text[:200].lstrip()
    if not start.startswith("{") or not re.search(r'notificationType\\?"\s*:\s*\\?"Bounce', text[:LOOKED_AT]):
        return None
    recipients = re.findall(
        r'bouncedRecipients.{0,40}?emailAddress\\?"\s*:\s*\\?"([^"\\]+)', text[:LOOKED_AT], re.DOTALL
    )
    diagnostic = re.search(r'diagnosticCode\\?"\s*:\s*\\?"([^"\\]+)', text[:LOOKED_AT])
    temporary = re.search(r'bounceType\\?"\s*:\s*\\?"Transient', text[:LOOKED_AT]) is not None
    return Bounce(tuple(recipients), temporary, "", diagnostic[1] if diagnostic else "")


def _bounce(evidence: Evidence, recipients: list[str], *, temporary: bool, diagnostic: str) -> Bounce:
    unique = tuple(dict.fromkeys(recipient for recipient in recipients if recipient))[:MOST_RECIPIENTS]
    return Bounce(unique, temporary, _original_id(evidence), diagnostic)


def _original_id(evidence: Evidence) -> str:
    """The Message-ID of our mail that the report is about."""
    for inner in evidence.bodies.enclosed:
        found = header_lines.message_ids(str(inner.get("message-id", "")))
        if found:
            return found[0]
        payload = inner.get_payload()
        match = words.MESSAGE_ID.search(payload[:LOOKED_AT]) if isinstance(payload, str) else None
        if match:
            return match[1]
    for text in [*evidence.bodies.enclosed_headers, evidence.text]:
        match = words.MESSAGE_ID.search(text[:200_000])
        if match:
            return match[1]
    for name in ("in-reply-to", "references", "x-original-message-id"):
        found = header_lines.message_ids(evidence.headers.raw(name))
        if found:
            return found[-1]
    return ""


def _read_by_flufl(message: Message, troubles: list[str]) -> tuple[list[str], list[str]]:
    try:
        temporary, failed = lazily.module("flufl.bounce").all_failures(message)
    except Exception as error:
        troubles.append(f"flufl.bounce could not read this report ({type(error).__name__})")
        return [], []
    return _texts(temporary), _texts(failed)


def _texts(found: frozenset[bytes]) -> list[str]:
    return sorted(address.decode("utf-8", "replace") for address in found if b"@" in address)


def _named(evidence: Evidence) -> list[str]:
    """Addresses that the words name, before any returned mail."""
    failed = evidence.headers.raw("x-failed-recipients")
    if failed:
        return ADDRESS.findall(failed)
    head = evidence.text[:LOOKED_AT]
    returned = words.RETURNED.search(head)
    own = {evidence.from_.address.lower()} if evidence.from_ else set()
    own |= {address.lower() for address in ADDRESS.findall(evidence.headers.raw("to"))}
    found = ADDRESS.findall(head[: returned.start()] if returned and returned.start() > 40 else head[:4000])
    return [address for address in dict.fromkeys(found) if address.lower() not in own][:5]


def _sounds_temporary(subject: str, head: str) -> bool:
    if re.search(r"permanent|5\.\d\.\d|\b55\d\b", head[:4000]):
        return False
    return words.TEMPORARY.search(subject) is not None or words.TEMPORARY.search(head[:3000]) is not None


def _answer(head: str) -> str:
    """The line with the remote server's answer."""
    match = words.SMTP_CODE.search(head)
    if match is None:
        return ""
    start = head.rfind("\n", 0, match.start()) + 1
    end = head.find("\n", match.end())
    return BLANK.sub(" ", head[start : end if end > 0 else len(head)]).strip()[:500]
