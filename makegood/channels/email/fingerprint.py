"""When two mails are the same one: equal but for the marks that each relay adds on the way."""

import hashlib
import re

TRACE = re.compile(
    rb"^(?:received|return-path|delivered-to|envelope-to|x-original-to|x-forwarded-to|x-received|x-google-[\w-]*|x-gm-[\w-]*|"
    rb"x-ms-exchange-[\w-]*|x-spam-[\w-]*|x-virus-[\w-]*|authentication-results|arc-[\w-]*|dkim-signature|"
    rb"received-spf|x-mailer-trace|x-rspamd-[\w-]*|status|x-status|x-uidl|x-mozilla-[\w-]*)\s*:",
    re.IGNORECASE,
)
LONGEST_HEADER = 1_000_000


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
    digest.update(raw[body_at:].replace(b"\r\n", b"\n").rstrip(b"\n"))
    return digest.hexdigest()


def _end_of_headers(raw: bytes) -> int:
    ends = [at for at in (raw.find(b"\r\n\r\n", 0, LONGEST_HEADER), raw.find(b"\n\n", 0, LONGEST_HEADER)) if at >= 0]
    return min(ends) if ends else min(len(raw), LONGEST_HEADER)
