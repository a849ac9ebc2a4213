"""Asking clamd about some bytes, by its INSTREAM command (clamd(8)). Pure: no Django.

An address is `tcp://127.0.0.1:3310` or `unix:/run/clamav/clamd.ctl`.
"""

import socket
import struct
from contextlib import suppress
from typing import IO
from urllib.parse import urlsplit

PATIENCE = 60.0
CHUNK = 256 * 1024
PORT = 3310
TOO_LARGE = "larger than the scanner takes"


class ScannerTrouble(OSError):
    """The scanner could not be asked, or gave no verdict."""


class NoVerdict(ScannerTrouble):
    """It was asked, and could not say of these bytes; of others it may."""


def found_in(content: IO[bytes], *, address: str) -> str:
    """What the scanner found: "" when nothing is wrong. Raises ScannerTrouble."""
    try:
        with _connected(address) as scanner:
            scanner.sendall(b"zINSTREAM\0")
            # It may have heard enough before the end; then it says why.
            with suppress(BrokenPipeError, ConnectionResetError):
                while chunk := content.read(CHUNK):
                    scanner.sendall(struct.pack("!I", len(chunk)) + chunk)
                scanner.sendall(struct.pack("!I", 0))
            told = _verdict(scanner)
    except OSError as trouble:
        raise ScannerTrouble(f"The scanner cannot be asked: {trouble}") from trouble
    if told.endswith("size limit exceeded. ERROR"):
        return TOO_LARGE
    if told == "stream: OK":
        return ""
    if told.startswith("stream: ") and told.endswith(" FOUND"):
        return told.removeprefix("stream: ").removesuffix(" FOUND")
    raise NoVerdict(f"The scanner gave no verdict: {told[:200]!r}")


def _connected(address: str) -> socket.socket:
    parts = urlsplit(address)
    if parts.scheme == "unix":
        scanner = socket.socket(socket.AF_UNIX)
        scanner.settimeout(PATIENCE)
        scanner.connect(parts.path)
        return scanner
    return socket.create_connection((parts.hostname or "127.0.0.1", parts.port or PORT), PATIENCE)


def _verdict(scanner: socket.socket) -> str:
    told = b""
    while not told.endswith(b"\0") and (more := scanner.recv(4096)):
        told += more
    return told.rstrip(b"\0").decode("utf-8", "replace").strip()
