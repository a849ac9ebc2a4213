"""A push service of our own, on loopback: it takes what is pushed to a device and reads nothing. The device of its tests can."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec

from makegood.staff.push import sealing, vapid

KEY, AUTH = ec.generate_private_key(ec.SECP256R1()), b"sixteen bytes of"


class PushService(ThreadingHTTPServer):
    """Takes what is pushed, with its headers, and answers `status`."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.taken: list[tuple[Any, bytes]] = []
        self.status = 201

    @property
    def endpoint(self) -> str:
        """The address that it gave the device."""
        return f"http://127.0.0.1:{self.server_port}/send/1"

    @property
    def told(self) -> dict[str, str]:
        """What a browser tells of the device: its address and keys."""
        return {
            "endpoint": self.endpoint,
            "p256dh": vapid.text(sealing.point(KEY.public_key())),
            "auth": vapid.text(AUTH),
        }


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.server.taken.append((self.headers, self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_said: object) -> None:
        pass


@contextmanager
def push_service() -> Iterator[PushService]:
    """One that listens until it is left."""
    server = PushService()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def read(body: bytes) -> dict[str, str]:
    """What the device reads of a push, by RFC 8291 as others have written it."""
    return json.loads(http_ece.decrypt(body, private_key=KEY, auth_secret=AUTH, version="aes128gcm"))
