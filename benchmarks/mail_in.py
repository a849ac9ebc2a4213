"""Mail in: through the real SMTP listener and a real worker into cases, promises and queued greetings, mails a second.

Beside it, in the same run, the rate at which Python's `email` parses the same mails whole on one core. With
`--cases 0,100000` also into an installation that holds so many cases; `--mails FILE` takes the mails from a Python file
with `make_mails` (and `ticket` for the cases). Sending the greetings is measured apart. Prints one JSON object.
"""

import argparse
import datetime as dt
import email
import email.policy
import json
import smtplib
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from aiosmtpd.controller import Controller

from benchmarks import databases, installation
from benchmarks.filling import ADDRESS
from benchmarks.letters import mails
from tests.serving import free_port

# No limit on greetings, so that each new case has one.
GREET_ALL = {f"MAKEGOOD_GREETINGS_{limit}": "1000000" for limit in ("PER_ADDRESS", "PER_DOMAIN", "IN_ALL")}
SENDERS = 4


def main(arguments: list[str]) -> int:
    """The command."""
    options = _options(arguments)
    results: dict[str, object] = {"benchmark": "mail_in", "mails": options.count, "rounds": options.rounds}
    rates: dict[int, list[float]] = {cases: [] for cases in options.cases}
    parsing: list[float] = []
    sending: list[float] = []
    like = {cases: installation.settled(installation.filled(cases, mails=options.mails)) for cases in options.cases}
    for number in range(options.rounds):
        for cases, filled in like.items():
            # Each round into a copy: who writes has not written before.
            with installation.passing("mail-in", like=filled) as data:
                letters = mails(options.count, run=f"{int(time.time())}.{number}", path=options.mails)
                parsing.append(parsed_whole(letters))
                rate, told = taken_in(data, letters)
                rates[cases].append(rate)
                results[f"outcomes_{cases}"] = told
                sending.append(sent(data))
    yardstick = median(parsing)
    results["parsed_whole_a_second"] = round(yardstick, 1)
    results["taken_in_a_second"] = {cases: round(median(each), 1) for cases, each in rates.items()}
    results["ratio"] = {cases: round(median(each) / yardstick, 3) for cases, each in rates.items()}
    results["greetings_sent_a_second"] = round(median(sending), 1)
    print(json.dumps(results))
    return 0


def parsed_whole(letters: Sequence[bytes]) -> float:
    """Mails a second that Python's own parser reads whole: each header, each part decoded."""
    began = time.perf_counter()
    for letter in letters:
        message = email.message_from_bytes(letter, policy=email.policy.default)
        for _name, value in message.items():
            str(value)
        for part in message.walk():
            if not part.is_multipart():
                part.get_content()
    return len(letters) / (time.perf_counter() - began)


def taken_in(data: Path, letters: Sequence[bytes]) -> tuple[float, dict[str, int]]:
    """Mails a second from the first connection until the last one is taken in, and what became of them."""
    with installation.serving(data, **GREET_ALL) as makegood:
        _listening(makegood.smtp_port).quit()
        since, began = dt.datetime.now(dt.UTC), time.perf_counter()
        _send_all(makegood.smtp_port, letters)
        while _waiting(data):
            time.sleep(0.02)
        spent = time.perf_counter() - began
        became = _taken(data, since)
    assert sum(became.values()) == len(letters), f"{became} of {len(letters)}"
    return len(letters) / spent, became


def _listening(port: int) -> smtplib.SMTP:
    """A connection, as soon as somebody listens."""
    until = time.monotonic() + 30
    while True:
        try:
            return smtplib.SMTP("127.0.0.1", port)
        except ConnectionRefusedError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def _send_all(port: int, letters: Sequence[bytes]) -> None:
    waiting = list(reversed(letters))

    def send() -> None:
        with _listening(port) as client:
            while waiting:
                client.sendmail("somebody@example.com", [ADDRESS], waiting.pop())

    threads = [threading.Thread(target=send) for _ in range(SENDERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def sent(data: Path) -> float:
    """Greetings a second that leave for an SMTP server on this machine, which takes all."""
    waiting = "SELECT count(*) FROM email_outgoing WHERE state = 'waiting'"
    with _taking_all() as port:
        databases.change(data, "UPDATE email_outgoing SET run_at = made_at WHERE state = 'waiting'")
        queued = databases.ask(data, waiting)[0][0]
        began = time.perf_counter()
        with installation.serving(data, "--only", "worker", MAKEGOOD_SMTP_URL=f"smtp://127.0.0.1:{port}"):
            began = time.perf_counter()
            left_at_start = databases.ask(data, waiting)[0][0]
            while databases.ask(data, waiting)[0][0]:
                time.sleep(0.02)
            spent = time.perf_counter() - began
    assert queued, "no greeting was queued"
    return float(left_at_start / spent)


class _TakeAll:
    async def handle_DATA(self, server: object, session: object, envelope: object) -> str:  # noqa: N802
        return "250 OK"


@contextmanager
def _taking_all() -> Iterator[int]:
    port = free_port()
    controller = Controller(_TakeAll(), hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


def _taken(data: Path, since: dt.datetime) -> dict[str, int]:
    """What became of the mails stored since; older ones may be forgotten meanwhile."""
    asked = "SELECT outcome, count(*) FROM email_rawmail WHERE state = 'taken' AND stored_at >= %s GROUP BY outcome"
    # As Django writes it to SQLite, which keeps texts.
    return dict(databases.ask(data, asked, since if databases.ON_POSTGRESQL else f"{since:%Y-%m-%d %H:%M:%S.%f}"))


def _waiting(data: Path) -> bool:
    return bool(databases.ask(data, "SELECT EXISTS (SELECT 1 FROM email_rawmail WHERE state = 'received')")[0][0])


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=500, help="mails a round (default %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="the median of so many (default %(default)s)")
    parser.add_argument("--cases", type=_numbers, default=[0], help="how many are there before, such as 0,100000")
    parser.add_argument("--mails", type=Path, help="a Python file with make_mails and ticket")
    return parser.parse_args(arguments)


def _numbers(given: str) -> list[int]:
    return [int(number) for number in given.split(",")]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
