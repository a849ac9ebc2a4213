"""Our SMTP listener on a port of its own, and one client that says exactly what it is told to."""

import contextlib
import socket
import threading
from collections.abc import Iterator

import pytest
from django.utils import timezone

from makegood.channels.email import actions as email
from makegood.channels.email import listener
from makegood.channels.email.addressing import directory
from makegood.channels.email.models import Mailbox
from makegood.conftest import ada, bea, hale, now, owner, refund, support  # noqa: F401 - the cast
from tests.serving import eventually, free_port

QUIET = 0.4


@pytest.fixture
def box(transactional_db, hale) -> Iterator[Mailbox]:  # noqa: F811
    """support@hale.example"""
    directory.forget()
    yield email.open_mailbox(brand=hale, address="support@hale.example", by="", at=timezone.now())
    directory.forget()


@pytest.fixture
def smtp(box) -> Iterator[int]:
    """The port of a listener for that mailbox."""
    stop, port = threading.Event(), free_port()
    thread = threading.Thread(target=listener.run, args=("127.0.0.1", port, stop))
    thread.start()
    eventually(lambda: _answers(port))
    yield port
    stop.set()
    thread.join(10)


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), 5) as caller:
            return caller.recv(100).startswith(b"220")
    except OSError:
        return False


class Caller:
    """A session at the listener, in bytes."""

    def __init__(self, port: int) -> None:
        self.line = socket.create_connection(("127.0.0.1", port), 20)
        self.file = self.line.makefile("rb")
        self.greeting = self.answer()

    def answer(self) -> bytes:
        """The last line of the next answer."""
        said = self.file.readline()
        while said[3:4] == b"-":
            said = self.file.readline()
        return said

    def say(self, command: bytes) -> bytes:
        """One command, one answer."""
        self.line.sendall(command + b"\r\n")
        return self.answer()

    def begin(self, *, sender: bytes = b"<ada@customer.example>", to: bytes = b"<support@hale.example>") -> list[bytes]:
        """Up to the point where a mail's bytes may follow."""
        return [self.say(b"EHLO x"), self.say(b"MAIL FROM:" + sender), self.say(b"RCPT TO:" + to), self.say(b"DATA")]

    def rest(self) -> bytes:
        """All that still comes within a moment."""
        self.line.settimeout(QUIET)
        heard = bytearray()
        with contextlib.suppress(TimeoutError):
            while more := self.line.recv(65536):
                heard += more
        return bytes(heard)

    def leave(self) -> None:
        self.line.close()
