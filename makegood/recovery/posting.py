"""Sending a small body to an address that a person entered, so that it goes where they meant and nowhere else.

Only https (plain http on this machine alone), to the address that the name has now and not another at the next look,
no redirects, no addresses of the network's own machinery (link-local, where clouds keep their keys), answers are read up to
64 kB, and all of it takes no longer than PATIENCE. https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html
"""

import dataclasses
import functools
import http.client
import io
import ipaddress
import socket
import ssl
import time
from typing import Any
from urllib.parse import SplitResult, urlsplit

PATIENCE = 15.0  # seconds for connecting, sending and reading together
LARGEST_ANSWER = 64 * 1024
LOOPBACK = {"127.0.0.1", "::1", "localhost"}


class NotThere(OSError):
    """The address is one that we do not send to."""


@dataclasses.dataclass(frozen=True)
class Answer:
    """What came back. `text` is its beginning."""

    status: int
    text: str


def allowed(url: str) -> SplitResult:
    """The parts of an address that we would send to, as far as its letters tell. Raises NotThere."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise NotThere("this is no address")
    if not parts.hostname or parts.username is not None or parts.password is not None or port == 0:
        raise NotThere("an address has a host name, and no user or password in it")
    if not url.isascii() or any(letter.isspace() or not letter.isprintable() for letter in url):
        raise NotThere("an address is written in plain letters")
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise NotThere("an address begins with https://")
    return parts


def post(url: str, body: bytes, headers: dict[str, str], *, to_anywhere: bool = True) -> Answer:
    """Send it once; unless `to_anywhere`, only over https and to public addresses. Raises OSError when it cannot be reached, NotThere among them, and http.client.HTTPException."""
    parts = allowed(url)
    assert parts.hostname is not None
    if parts.scheme != "https" and not to_anywhere:
        raise NotThere("an address begins with https://")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    place = _place(parts.hostname, port, to_anywhere=to_anywhere)
    connection = _Pinned(parts.hostname, port, place, secure=parts.scheme == "https", limit=_Limit())
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request("POST", path, body, headers)
        response = connection.getresponse()
        return Answer(response.status, response.read(LARGEST_ANSWER)[:2000].decode("utf-8", "replace"))
    finally:
        connection.close()


def _place(host: str, port: int, *, to_anywhere: bool) -> str:
    """The one numeric address that is connected to."""
    for *_family, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        address = ipaddress.ip_address(str(place[0]).partition("%")[0])
        address = getattr(address, "ipv4_mapped", None) or address
        forbidden = address.is_link_local or address.is_multicast or address.is_unspecified or address.is_reserved
        if forbidden or (address.is_loopback and host not in LOOPBACK) or not (to_anywhere or address.is_global):
            raise NotThere(f"{host} leads to {address}, where nothing is sent to")
        return str(place[0])
    raise NotThere(f"{host} has no address")


class _Limit:
    """When it is enough."""

    def __init__(self) -> None:
        self.until = time.monotonic() + PATIENCE

    def left(self) -> float:
        """Seconds, more than none. Raises TimeoutError."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise TimeoutError("it took too long")
        return left


class _Pinned(http.client.HTTPConnection):
    """A connection to one numeric address, whose certificate is of the host's name. A time-out of the socket counts anew for
    each byte, so each act on it is given what is left."""

    def __init__(self, host: str, port: int, place: str, *, secure: bool, limit: _Limit) -> None:
        super().__init__(host, port)
        self.place, self.secure, self.limit = place, secure, limit
        self.response_class = functools.partial(_Answering, limit=limit)  # type: ignore[assignment]

    def connect(self) -> None:
        self.sock = socket.create_connection((self.place, self.port), timeout=self.limit.left())
        if self.secure:
            self.sock.settimeout(self.limit.left())  # for the whole handshake
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)

    def send(self, data: Any) -> None:
        if self.sock is None:
            self.connect()
        rest = memoryview(data)
        while rest:
            self.sock.settimeout(self.limit.left())
            rest = rest[self.sock.send(rest) :]


class _Answering(http.client.HTTPResponse):
    """What is read of a socket within a limit."""

    def __init__(self, sock: socket.socket, *args: Any, limit: _Limit, **kwargs: Any) -> None:
        super().__init__(sock, *args, **kwargs)
        self.fp = io.BufferedReader(_Reading(sock, self.fp, limit))


class _Reading(io.RawIOBase):
    """Reads as much as is there, and waits for no more than that."""

    def __init__(self, sock: socket.socket, source: io.BufferedReader, limit: _Limit) -> None:
        super().__init__()
        self.sock, self.source, self.limit = sock, source, limit

    def readable(self) -> bool:
        return True

    def readinto(self, room: Any) -> int:
        self.sock.settimeout(self.limit.left())
        return self.source.readinto1(room)

    def close(self) -> None:
        self.source.close()
        super().close()
