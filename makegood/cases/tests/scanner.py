"""A real clamd that knows one signature."""

import hashlib
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

# The test file that every scanner refuses, in pieces, so that none refuses this one.
EICAR = (r"X5O!P%@AP[4\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*").encode()
FOUND = "Test.Eicar.UNOFFICIAL"
SETTINGS = """
DatabaseDirectory {folder}
TCPSocket {port}
TCPAddr 127.0.0.1
LocalSocket {folder}/socket
LogFile {folder}/log
Foreground yes
StreamMaxLength 1M
OfficialDatabaseOnly no
"""


@contextmanager
def clamd_in(folder: Path) -> Iterator[tuple[str, str]]:
    """A clamd that keeps its things in a folder; its two addresses."""
    if not shutil.which("clamd"):
        pytest.skip("No clamd here. On Debian: apt-get install clamav-daemon.")
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    (folder / "local.hsb").write_text(f"{hashlib.sha256(EICAR).hexdigest()}:{len(EICAR)}:Test.Eicar\n")
    (folder / "clamd.conf").write_text(SETTINGS.format(folder=folder, port=port))
    with (folder / "terminal").open("w") as terminal:
        server = subprocess.Popen(["clamd", "-c", folder / "clamd.conf"], stdout=terminal, stderr=terminal)
    latest = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            assert server.poll() is None and time.monotonic() < latest, (folder / "terminal").read_text()
            time.sleep(0.1)
    yield f"tcp://127.0.0.1:{port}", f"unix:{folder}/socket"
    server.terminate()
    server.wait(30)
