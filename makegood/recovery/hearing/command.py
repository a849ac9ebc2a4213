"""`makegood classify`: language, complaint and anger of each line of the standard input, one JSON object a line."""

import argparse
import json
import sys

from makegood.recovery.hearing.listening import hear


def main(argv: list[str]) -> int:
    """Answer each line, whatever its bytes."""
    argparse.ArgumentParser(
        prog="makegood classify",
        description="Tell of texts, one a line on the standard input, their language and how likely they complain or "
        "are angry, from 0 to 1.",
    ).parse_args(argv)
    for number, raw in enumerate(sys.stdin.buffer, 1):
        heard = hear(raw.decode("utf-8", "replace").rstrip("\r\n"))
        answer = {
            "line": number,
            "language": heard.language or None,
            "complaint": heard.complaint,
            "angry": heard.angry,
        }
        sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
        sys.stdout.buffer.flush()
    return 0
