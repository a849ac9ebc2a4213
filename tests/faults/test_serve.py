"""`makegood serve` when things go wrong: nothing hangs, nothing stays behind, nobody waits for a slow stranger."""

import contextlib
import http.client
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from makegood.config import door
from tests.serving import ROOT, Makegood, children, eventually, serving

LARGE = 30_000_000
FOUNDED = (
    *("setup", "--organisation", "Hale & Sons", "--brand", "Hale", "--address", "support@hale.example"),
    *("--owner", "bea@hale.example", "--password-stdin"),
)


@pytest.fixture(scope="module")
def makegood():
    with serving(start=False) as running:
        (running.data / "static").mkdir()
        (running.data / "static" / "large.txt").write_bytes(b"x" * LARGE)
        running.start()
        yield running


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.any_engine
def test_the_terminal_says_what_to_open_and_the_code_for_the_first_visit(makegood):
    code = (makegood.data / "setup-code").read_text()
    assert f"one-time code: {code}" in makegood.printed
    assert f"open {makegood.url}" in makegood.printed
    assert (makegood.data / "setup-code").stat().st_mode & 0o777 == 0o600


@pytest.mark.any_engine
def test_links_lead_to_where_the_pages_are_served():
    with serving(start=False) as other:
        del other.environment["MAKEGOOD_BASE_URL"]
        other.command(*FOUNDED, given="leafy-green-oak-77\n")
        other.start()
        assert json.loads(other.get("/charter.json")[1])["page"].startswith(f"{other.url}/")


def test_it_says_that_it_is_alive_and_ready(makegood):
    assert makegood.get("/healthz") == (200, b"alive\n")
    eventually(lambda: makegood.get("/readyz")[0] == 200, makegood)


@pytest.mark.any_engine
def test_a_taken_port_is_said_in_words(makegood):
    second = subprocess.run(
        [sys.executable, "-m", "makegood", "serve", "--port", str(makegood.port)],
        cwd=ROOT,
        env=makegood.environment,
        capture_output=True,
        text=True,
    )
    assert second.returncode == 1
    assert f"Port {makegood.port} on 127.0.0.1 is taken" in second.stdout


@pytest.mark.any_engine
def test_clients_that_send_a_byte_a_second_stop_nobody(makegood):
    slow = []
    for _ in range(30):
        client = socket.create_connection(("127.0.0.1", makegood.port))
        client.sendall(b"POST /welcome HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nx")
        slow.append(client)
    try:
        for _ in range(20):
            assert makegood.get("/healthz")[0] == 200
            slow[0].sendall(b"x")
    finally:
        for client in slow:
            client.close()


@pytest.mark.any_engine
def test_clients_that_never_read_their_answer_stop_nobody(makegood):
    lazy = []
    for _ in range(20):
        client = socket.create_connection(("127.0.0.1", makegood.port))
        client.sendall(b"GET /static/large.txt HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert client.recv(15) == b"HTTP/1.1 200 OK"
        lazy.append(client)
    try:
        for _ in range(20):
            assert makegood.get("/healthz")[0] == 200
    finally:
        for client in lazy:
            client.close()


@contextmanager
def who_never_finish(makegood: Makegood, count: int, begins: list[bytes]) -> Iterator[list[socket.socket]]:
    """So many callers who begin to ask and leave it at that."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < count + 500:
        pytest.skip(f"the system allows {hard} open files; this needs {count + 500}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    with contextlib.ExitStack() as all_of_them:
        callers = []
        for number in range(count):
            caller = all_of_them.enter_context(socket.create_connection(("127.0.0.1", makegood.port), 20))
            caller.sendall(begins[number % len(begins)])
            callers.append(caller)
        yield callers


@pytest.mark.any_engine
def test_more_callers_who_never_ask_than_there_are_places_stop_nobody(makegood):
    begins = [b"", b"G", b"GET / HTTP/1.1\r\nX-Slow: ", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"]
    with who_never_finish(makegood, door.CONNECTIONS + 200, begins):
        for _ in range(20):
            assert makegood.get("/healthz")[0] == 200


@pytest.mark.soak
@pytest.mark.any_engine
def test_who_drips_a_request_is_hung_up_on(makegood):
    with who_never_finish(makegood, 8, [b"GET / HTTP/1.1\r\nX-Slow: "]) as callers:
        eventually(lambda: all(is_hung_up_on(caller) for caller in callers), makegood)


def is_hung_up_on(caller: socket.socket) -> bool:
    """Send one more byte of a header; whether nobody is there to take it."""
    try:
        return caller.send(b"x") == 0
    except OSError:
        return True


@pytest.mark.any_engine
def test_a_body_larger_than_we_take_is_refused_before_it_is_sent(makegood):
    caller = http.client.HTTPConnection("127.0.0.1", makegood.port)
    caller.putrequest("POST", "/welcome")
    caller.putheader("Content-Length", str(10**12))
    caller.endheaders()
    assert caller.getresponse().status == 413


@pytest.mark.parametrize("part", ["web", "worker", "mail"])
def test_a_part_that_is_killed_is_started_again(makegood, part):
    before = makegood.child(part)
    os.kill(before, signal.SIGKILL)

    def is_back() -> bool:
        try:
            return makegood.child(part) != before
        except ProcessLookupError:
            return False

    eventually(is_back, makegood)
    assert makegood.get("/healthz")[0] == 200


@pytest.mark.any_engine
def test_who_calls_while_the_pages_are_started_again_waits_and_is_answered(makegood):
    os.kill(makegood.child("web"), signal.SIGKILL)
    assert makegood.get("/healthz")[0] == 200


@pytest.mark.any_engine
def test_it_stops_cleanly_while_pages_listen():
    with serving() as makegood:
        ticket = makegood.command(
            "shell", "--no-imports", "-c", "from makegood.ui import live; print(live.ticket('S-BEA', ['list']))"
        ).strip()
        streams = []
        for _ in range(12):
            stream = http.client.HTTPConnection("127.0.0.1", makegood.port)
            stream.request("GET", f"/live?ticket={ticket}")
            assert stream.getresponse().status == 200
            streams.append(stream)
        processes = children(makegood.process.pid)
        assert makegood.stop() == 0
        assert "did not stop by itself" not in makegood.printed
        assert not any(is_alive(pid) for pid in processes)


@pytest.mark.any_engine
def test_a_killed_supervisor_leaves_no_process_behind():
    with serving() as makegood:
        processes = children(makegood.process.pid)
        assert len(processes) == 3
        makegood.stop(signal.SIGKILL)
        eventually(lambda: not any(is_alive(pid) for pid in processes))


def test_an_older_database_is_copied_before_it_is_changed():
    with serving(start=False) as makegood:
        makegood.command("migrate", "insight", "zero")
        makegood.start()
        assert "The database is of an older version" in makegood.printed
        if "MAKEGOOD_DATABASE_URL" in makegood.environment:
            assert "no copy was made here" in makegood.printed
        else:
            [copy] = (makegood.data / "backups").glob("*.sqlite3")
            assert str(copy) in makegood.printed


def test_a_stranger_with_no_ticket_hears_nothing(makegood):
    assert makegood.get("/live")[0] == 403
    assert makegood.get("/live?ticket=forged")[0] == 403


def test_what_happens_is_heard_by_name(makegood):
    listen = http.client.HTTPConnection("127.0.0.1", makegood.port)
    script = "from makegood.ui import live; print(live.ticket('S-BEA', ['C-7F3K9Q']))"
    ticket = makegood.command("shell", "--no-imports", "-c", script).strip()
    listen.request("GET", f"/live?ticket={ticket}")
    stream = listen.getresponse()
    makegood.command(
        "shell",
        "--no-imports",
        "-c",
        "from makegood.events.models import Event; from django.utils import timezone\n"
        "for key in ['C-OTHER', 'C-7F3K9Q']: Event.objects.create(name='x', about=key, at=timezone.now())",
    )
    started = time.monotonic()
    heard = []
    while b"data: C-7F3K9Q\n" not in heard and time.monotonic() < started + 60:
        heard.append(stream.readline())
    assert b"data: C-7F3K9Q\n" in heard
    assert b"data: C-OTHER\n" not in heard


def test_a_backup_made_while_serving_comes_back_elsewhere(makegood, tmp_path):
    if "MAKEGOOD_DATABASE_URL" in makegood.environment:
        pytest.skip("PostgreSQL has pg_dump for this")
    makegood.command("backup", str(tmp_path / "copy"))
    with serving(start=False, empty=True) as other:
        assert "Restored" in other.command("restore", str(tmp_path / "copy"))
        assert (other.data / "secret-key").read_text() == (makegood.data / "secret-key").read_text()
        assert (other.data / "setup-code").read_text() == (makegood.data / "setup-code").read_text()
        other.command("migrate", "--check")
