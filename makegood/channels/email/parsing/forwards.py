"""Forwarded mail: the real sender, subject and words when somebody passes a customer's mail on to us."""

import re

from makegood.channels.email.parsing import addresses, attributions, header_blocks
from makegood.channels.email.parsing.mail import Forwarded

LONGEST = 400_000

# How mail programs start the subject of a forwarded mail.
PREFIX = re.compile(
    r"^\s*(?:fwd?|fw|wg|wtr|tr|enc|rv|i|doorst|doorgestuurd|vl|vs|vb|videresendt|pd|př|továbbítás|yönlendirme|ilt|"
    r"пересл|перенаправлено|persiųsta|persiunčiama|pers|edasi|fs|转发|轉寄|転送|전달)\s?(?:\[\d+\])?\s?[:：]",
    re.IGNORECASE,
)
QUOTE_MARKS = re.compile(r"^(?:> ?)+")


def is_forward_subject(subject: str) -> bool:
    """`Fwd:`, `FW:`, `WG:`, `TR:` and their like at the start, or the whole subject in `[Fwd: …]`."""
    return PREFIX.match(subject.lstrip("[")) is not None


def unwrap(text: str, subject: str, troubles: list[str]) -> Forwarded | None:
    """The mail forwarded inside `text`; None when nothing shows that there is one."""
    lines = text[:LONGEST].split("\n")
    forward_subject = is_forward_subject(subject)
    for number, line in enumerate(lines):
        if attributions.is_forward_mark(line):
            return _opened(lines, number, number + 1, troubles)
        stripped = line.lstrip("> \t*")
        if not stripped or not stripped[0].isalpha():
            if forward_subject and attributions.is_original_mark(line):
                return _opened(lines, number, number + 1, troubles)
            if attributions.is_original_mark(line) and not any(own.strip() for own in lines[:number]):
                return _opened(lines, number, number + 1, troubles)
            continue
        if len(line) > 400 or (":" not in line[:40] and "：" not in line[:40]):
            continue
        block = header_blocks.at(lines, number)
        if block is not None:
            alone = not any(own.strip("> _-*") for own in lines[:number])
            if forward_subject or (alone and block.is_whole):
                return _opened(lines, number, number, troubles)
            return None
    return None


def _opened(lines: list[str], mark: int, start: int, troubles: list[str]) -> Forwarded:
    """The forwarded mail whose mark is line `mark` and whose headers begin at or soon after `start`."""
    while start < len(lines) and not lines[start].strip("> \t"):
        start += 1
    quoted = start < len(lines) and lines[start].lstrip().startswith(">")
    block = header_blocks.at(lines, start) if start < len(lines) else None
    fields = block.fields if block is not None else {}
    body_start = block.end if block is not None else start
    note, body = lines[:mark], lines[body_start:]
    if quoted:
        end = next(
            (at for at, line in enumerate(body) if line.strip() and not line.lstrip().startswith(">")), len(body)
        )
        note, body = note + body[end:], [QUOTE_MARKS.sub("", line.lstrip()) for line in body[:end]]
    sender = addresses.addresses([_without_mailto(fields.get("from", ""))], troubles)
    return Forwarded(
        from_=sender[0] if sender else None,
        to=addresses.addresses([_without_mailto(fields.get("to", ""))], troubles),
        subject=fields.get("subject", ""),
        date=fields.get("date", ""),
        text="\n".join(body).strip("\n").rstrip(),
        note="\n".join(note).strip(),
    )


def _without_mailto(value: str) -> str:
    """`Ada <a@x.org<mailto:a@x.org>>` and `Ada [mailto:a@x.org]` written as `Ada <a@x.org>`."""
    value = re.sub(r"<mailto:[^<>]*>", "", value)
    return re.sub(r"\[(?:mailto:)?([^\[\]@\s]+@[^\[\]\s]+)\]", r"<\1>", value)
