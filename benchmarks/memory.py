"""Memory of `makegood serve` at rest, whole: the proportional share (PSS) of each of its processes, in MB. Prints JSON.

At rest means: some mails have been taken in and greeted, and some pages have been looked at, so that all is loaded
that work needs.
"""

import json
import smtplib
import sys
import time
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import installation
from benchmarks.filling import ADDRESS
from tests.serving import children

RESTS = 20.0  # seconds until all is done that is to do
MAILS, PAGES = 20, 10


def main() -> int:
    """The command."""
    data = installation.filled(0, mails=None, fresh=True)
    with installation.serving(data) as makegood:
        cookies = installation.sign_in(makegood)
        for number in range(MAILS):
            with smtplib.SMTP("127.0.0.1", makegood.smtp_port) as session:
                letter = f"From: c{number}@customer.example\nTo: {ADDRESS}\nSubject: Kettle {number}\n\nMy kettle leaks at the lid."
                session.sendmail(f"c{number}@customer.example", [ADDRESS], letter)
        time.sleep(RESTS)
        for number in range(PAGES):
            page = urllib.request.Request(f"{makegood.url}/inbox/all/?n={number}", headers={"Cookie": _cookie(cookies)})
            with urllib.request.urlopen(page) as answer:
                assert b"Kettle 1" in answer.read()
        time.sleep(RESTS)
        assert makegood.process is not None
        parts = {"supervisor": makegood.process.pid}
        for pid in children(makegood.process.pid):
            parts[_part(pid)] = pid
        shares = {part: _share(pid) for part, pid in parts.items()}
    result = {part: round(share / 1024, 1) for part, share in shares.items()}
    print(json.dumps({"benchmark": "memory", "mb": result, "whole_mb": round(sum(shares.values()) / 1024, 1)}))
    return 0


def _cookie(cookies: dict[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


def _part(pid: int) -> str:
    return Path(f"/proc/{pid}/comm").read_text().strip().removeprefix("makegood-")


def _share(pid: int) -> int:
    """Kilobytes of a process, what it shares with others divided among them."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    sys.exit(main())
