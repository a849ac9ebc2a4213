"""`makegood parse-mail`: what Makegood reads from mail files, one JSON object a line."""

import argparse
import json
import sys
from pathlib import Path

from makegood.channels.email.parsing.mail import ParsedMail
from makegood.channels.email.parsing.parse import parse


def main(argv: list[str]) -> int:
    """Print a JSON object for each file; 0, or 1 when a file could not be opened (which is said in its line)."""
    parser = argparse.ArgumentParser(
        prog="makegood parse-mail", description="Show what Makegood reads from mail files."
    )
    parser.add_argument("--kind", choices=("mime", "text", "html"), default="mime",
                        help="text or html: the file is only a body, not a whole mail")  # fmt: skip
    parser.add_argument("files", nargs="+", metavar="FILE", help="- reads the standard input")
    options = parser.parse_args(argv)
    failed = False
    for name in options.files:
        try:
            raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            answer: dict[str, object] = {"file": name, "error": error.strerror or str(error)}
            failed = True
        else:
            answer = as_json(name, parse(raw, options.kind), headers=options.kind == "mime")
        line = json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")
        sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()
    return 1 if failed else 0


def as_json(name: str, mail: ParsedMail, *, headers: bool = True) -> dict[str, object]:
    """The fields that `docs` promise, in their order; without headers those are null or empty."""
    return {
        "file": name,
        "from": mail.from_.address if headers and mail.from_ else None,
        "to": [mailbox.address for mailbox in mail.to],
        "subject": mail.subject if headers else None,
        "text": mail.text,
        "reply": mail.reply,
        "attachments": [file.name for file in mail.attachments],
        "is_auto_reply": mail.is_auto_reply,
        "is_bounce": mail.is_bounce,
        "in_reply_to": mail.in_reply_to or None,
        "references": list(mail.references),
        "language": mail.language or None,
    }
