"""When two mails are the same one: equal but for the marks that each relay adds on the way."""

import hashlib
import re
from collections.abc import Iterator

TRACE = re.compile(
    rb"^(?:received|return-path|delivered-to|envelope-to|x-original-to|x-forwarded-to|x-received|x-google-[\w-]*|x-gm-[\w-]*|"
    rb"x-ms-exchange-[\w-]*|x-spam-[\w-]*|x-virus-[\w-]*|authentication-results|arc-[\w-]*|dkim-signature|"
    rb"received-spf|x-mailer-trace|x-rspamd-[\w-]*|status|x-status|x-uidl|x-mozilla-[\w-]*)\s*:",
    re.IGNORECASE,
)
LONGEST_HEADER = 1_000_000
PIECE = 1_000_000
CR, LF = 13, 10


def fingerprint(raw: bytes) -> str:
    """SHA-256 of a mail without its trace headers and with plain line ends. Linear in its size."""
    body_at = _end_of_headers(raw)
    digest = hashlib.sha256()
    keeping = True
    for line in raw[:body_at].splitlines(keepends=False):
        if line[:1] not in (b" ", b"\t"):
            keeping = TRACE.match(line) is None and not line.startswith(b"From ")
        if keeping:
            digest.update(line + b"\n")
    for piece in _pieces(raw, body_at):
        digest.update(piece.replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def _pieces(raw: bytes, start: int) -> Iterator[bytes]:
    """The body without its last line ends, a megabyte at a time: a large mail is not copied whole again."""
    end = len(raw)
    while end > start and raw[end - 1] == LF:
        end -= 2 if end - 1 > start and raw[end - 2] == CR else 1
    while start < end:
        stop = min(start + PIECE, end)
        while stop < end and raw[stop - 1] == CR:
            stop += 1  # a line end stays in one piece
        yield raw[start:stop]
        start = stop


def _end_of_headers(raw: bytes) -> int:
    ends = [at for at in (raw.find(b"\r\n\r\n", 0, LONGEST_HEADER), raw.find(b"\n\n", 0, LONGEST_HEADER)) if at >= 0]
    return min(ends) if ends else min(len(raw), LONGEST_HEADER)
