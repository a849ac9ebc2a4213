"""`makegood find-promises`: the commitments in each line of the standard input, one JSON object a line."""

import argparse
import datetime as dt
import json
import sys
from zoneinfo import ZoneInfo

from makegood.promises.own_words.finding import find


def main(argv: list[str]) -> int:
    """Answer each line, whatever its bytes; a wrong `--now` or `--timezone` is said before any is read."""
    parser = argparse.ArgumentParser(
        prog="makegood find-promises",
        description="Find the commitments in texts, one a line on the standard input, with the times they are due.",
    )
    parser.add_argument("--now", type=_instant, required=True, metavar="ISO",
                        help="when the texts were written, such as 2026-03-02T10:00 (local) or …+02:00")  # fmt: skip
    parser.add_argument("--timezone", type=_zone, required=True, metavar="TZ", help="such as Europe/Vilnius")
    options = parser.parse_args(argv)
    zone: ZoneInfo = options.timezone
    now: dt.datetime = options.now if options.now.tzinfo else options.now.replace(tzinfo=zone)
    for number, raw in enumerate(sys.stdin.buffer, 1):
        text = raw.decode("utf-8", "replace").rstrip("\r\n")
        commitments = [
            {"words": found.words, "due_at": found.due_at.isoformat() if found.due_at else None}
            for found in find(text, now=now, zone=zone)
        ]
        answer = json.dumps({"line": number, "commitments": commitments}, ensure_ascii=False)
        sys.stdout.buffer.write(answer.encode("utf-8", "replace") + b"\n")
        sys.stdout.buffer.flush()
    return 0


def _instant(text: str) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no time in ISO 8601.") from error


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError) as error:
        raise argparse.ArgumentTypeError(f"{name!r} is no known time zone.") from error
