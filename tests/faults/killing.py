"""The parts of a Makegood as processes that are killed, and the world around them that goes on meanwhile."""

import contextlib
import http.client
import json
import os
import random
import re
import signal
import smtplib
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import psycopg

from tests.serving import ROOT, Makegood

TOKEN = re.compile(r"\b(?:words|answer)-\d+\b")
HANGS = 60.0
MOST_AHEAD = 40


class World:
    """The customers' mail server, in a bad mood: it refuses for now, hangs up, and forgets to say that it has taken."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.lock = threading.Lock()
        self.mails: list[EmailMessage] = []

    async def handle_RCPT(self, server, session, envelope, address, options):
        with self.lock:
            mood = self.dice.random()
        if mood < 0.03:
            return "451 4.7.1 Not now"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        with self.lock:
            mood = self.dice.random()
            if mood < 0.03:
                return "451 4.3.0 Not now"
            if mood > 0.06:
                self.mails.append(message_from_bytes(envelope.content, policy=default))
        if mood < 0.09:
            server.transport.abort()  # before or after it was kept: we cannot know, and must send again
        return "250 OK"

    def received(self) -> list[EmailMessage]:
        with self.lock:
            return list(self.mails)


class Parts:
    """web, mail and worker without a supervisor, which would wait longer after each kill; see nursery.py."""

    names = ("web", "mail", "worker")

    def __init__(self, makegood: Makegood) -> None:
        self.makegood = makegood
        self.door = socket.socket()
        self.door.bind(("127.0.0.1", makegood.port))
        self.door.listen(200)
        self.running: dict[str, int] = {}
        makegood.command("prepare")
        command = [sys.executable, "-m", "tests.faults.nursery", str(self.door.fileno()), str(makegood.smtp_port)]
        environment = {**makegood.environment, "DJANGO_SETTINGS_MODULE": "makegood.config.settings"}
        with (makegood.data / "terminal").open("a") as terminal:
            self.nursery = subprocess.Popen(
                command, cwd=ROOT, env=environment, pass_fds=[self.door.fileno()], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=terminal, text=True,
            )  # fmt: skip

    def ask(self, what: str) -> str:
        """A line to the nursery, and its answer."""
        assert self.nursery.stdin is not None
        assert self.nursery.stdout is not None
        self.nursery.stdin.write(f"{what}\n")
        self.nursery.stdin.flush()
        return self.nursery.stdout.readline().strip()

    def start(self, part: str) -> None:
        self.running[part] = int(self.ask(part))

    def kill(self, part: str, number: int = signal.SIGKILL) -> None:
        os.kill(self.running[part], number)
        self.ask(f"gone {self.running[part]}")

    def end(self) -> None:
        for part in self.running:
            self.kill(part, signal.SIGTERM)
        self.nursery.communicate()
        self.door.close()


class Busy(threading.Thread):
    """Does something again and again until told to end."""

    def __init__(self, act: Callable[[int], None]) -> None:
        super().__init__(daemon=True)
        self.act = act
        self.ending = threading.Event()

    def run(self) -> None:
        number = 0
        while not self.ending.is_set():
            self.act(number)
            number += 1

    def end(self) -> None:
        self.ending.set()
        self.join(HANGS)


class Customers:
    """Write mail after mail, and answer some of what we wrote. What got no 250 is sent again, as a mail server does."""

    def __init__(self, makegood: Makegood, world: World, dice: random.Random) -> None:
        self.makegood, self.world, self.dice = makegood, world, dice
        self.acknowledged: list[str] = []
        self.enough = threading.Event()

    def write(self, number: int) -> None:
        while len(self.acknowledged) > len(self.world.received()) + MOST_AHEAD and not self.enough.is_set():
            time.sleep(0.1)  # a machine that has little to give is not buried under mail
        mail = EmailMessage()
        known = [one for one in self.world.received() if one["Reply-To"]]
        answered = self.dice.choice(known) if known and self.dice.random() < 0.4 else None
        mail["From"] = str(answered["To"]) if answered else f"Customer <c{number}@d{number % 50}.example>"
        mail["To"] = str(answered["Reply-To"]) if answered else "support@hale.example"
        mail["Subject"] = f"Re: {answered['Subject']}" if answered else f"Question {number}"
        mail["Message-ID"] = f"<{number}@customer.example>"
        mail.set_content(f"Please hear this: words-{number}")
        raw = mail.as_bytes()
        until_done(lambda: self._send(raw, str(mail["To"])))
        self.acknowledged.append(f"words-{number}")
        time.sleep(self.dice.uniform(0, 0.3))

    def _send(self, raw: bytes, to: str) -> bool:
        with smtplib.SMTP("127.0.0.1", self.makegood.smtp_port, timeout=HANGS) as session:
            return not session.sendmail("c@customer.example", [to], raw)


class Agent:
    """Answers case after case through the API, each answer with its own key, asked again until it is there."""

    def __init__(self, makegood: Makegood, token: str, dice: random.Random) -> None:
        self.makegood, self.token, self.dice = makegood, token, dice
        self.accepted: list[str] = []
        self.answered: set[str] = set()

    def answer(self, number: int) -> None:
        cases: list[str] = []
        until_done(lambda: cases.extend(one["ref"] for one in self._ask("GET", "/cases")["items"]) or True)
        fresh = [ref for ref in cases if ref not in self.answered]
        if not fresh:
            time.sleep(0.1)
            return
        ref = self.dice.choice(fresh)
        self.answered.add(ref)
        body = {"text": f"We have looked: answer-{number}"}
        until_done(lambda: bool(self._ask("POST", f"/cases/{ref}/replies", body, key=f"answer-{number}")))
        self.accepted.append(f"answer-{number}")
        time.sleep(self.dice.uniform(0, 0.2))

    def _ask(self, method: str, path: str, body: object = None, key: str = "") -> dict:
        caller = http.client.HTTPConnection("127.0.0.1", self.makegood.port, timeout=HANGS)
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        if key:
            headers["Idempotency-Key"] = key
        caller.request(method, f"/api/v1{path}", json.dumps(body) if body else None, headers)
        answer = caller.getresponse()
        told = answer.read()
        if answer.status >= 300:
            raise ConnectionError(f"{answer.status} {told[:200]!r}")
        return json.loads(told)


def until_done(act: Callable[[], bool]) -> None:
    """Try until it is done, whoever is killed meanwhile; gives up only when it never works."""
    latest = time.monotonic() + 5 * HANGS
    while True:
        try:
            if act():
                return
        except (OSError, http.client.HTTPException) as trouble:
            if time.monotonic() > latest:
                raise AssertionError(f"It never worked: {trouble}") from trouble
        time.sleep(0.2)


def tokens_in(text: str) -> list[str]:
    """The marks `words-7` and `answer-7` that a text carries, outside what it quotes."""
    return TOKEN.findall("\n".join(line for line in text.splitlines() if not line.startswith(">")))


def is_up(makegood: Makegood, part: str, pid: int) -> bool:
    """Whether a part that was started does its work by now."""
    if part == "worker":
        return any(worker.endswith(f":{pid}") for worker in _workers(makegood))
    port = makegood.port if part == "web" else makegood.smtp_port
    try:
        with socket.create_connection(("127.0.0.1", port), 1) as caller:
            caller.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" if part == "web" else b"")
            return bool(caller.recv(1))
    except OSError:
        return False


def _workers(makegood: Makegood) -> list[str]:
    """Those that have said that they are alive."""
    url = makegood.environment.get("MAKEGOOD_DATABASE_URL")
    door = psycopg.connect(url) if url else sqlite3.connect(makegood.data / "makegood.sqlite3", timeout=20)
    with contextlib.closing(door) as database:
        return [str(row[0]) for row in database.execute("SELECT worker FROM clockwork_heartbeat").fetchall()]
