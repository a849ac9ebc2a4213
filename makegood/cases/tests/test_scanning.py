"""Files are shown to a real clamd before anybody can open them; what it refuses is kept apart and said."""

import io
import socketserver
import threading
import zipfile

import pytest

from makegood.cases import actions as cases
from makegood.cases import blobs, clamd, scanning
from makegood.cases.models import Attachment
from makegood.cases.serving import answer
from makegood.cases.tests.scanner import EICAR, FOUND, clamd_in
from makegood.cases.words import File, Words
from makegood.events.models import Event


@pytest.fixture(scope="module")
def clam(tmp_path_factory):
    with clamd_in(tmp_path_factory.mktemp("clamd")) as addresses:
        yield addresses


@pytest.fixture
def sent(hale, ada, now):
    """Ada sends files; the case."""

    def send(*contents):
        files = tuple(File(f"file{number}.bin", "image/png", one) for number, one in enumerate(contents))
        words = Words(text="Look", sender="ada@customer.example", files=files)
        return cases.open_case(brand=hale, customer=ada, subject="Look", words=words, channel="email", at=now)[0]

    return send


def zipped(content):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner/file.txt", content)
    return made.getvalue()


def test_what_is_refused_is_kept_apart_and_said(clam, settings, sent, now):
    settings.SCANNER = clam[0]
    case = sent(b"a picture", EICAR, zipped(EICAR))
    assert scanning.work(at=now) == 3
    assert scanning.work(at=now) == 0
    clean, bad, packed = Attachment.objects.order_by("name")
    assert (clean.refused, bad.refused, packed.refused) == ("", FOUND, FOUND)
    assert answer(clean).status_code == 200
    assert b"refused this file" in answer(bad).content
    assert not blobs.is_there(bad.digest)
    assert blobs.read(bad.digest, shelf="refused") == EICAR
    assert Event.objects.filter(name="file.refused", about=case.ref).count() == 2


def test_nobody_opens_what_has_not_been_looked_at(clam, settings, sent, now):
    settings.SCANNER = clam[1]
    sent(b"a picture")
    [one] = Attachment.objects.all()
    assert (answer(one).status_code, answer(one)["Retry-After"]) == (503, "5")
    scanning.work(at=now)
    one.refresh_from_db()
    assert answer(one).status_code == 200


def test_the_same_bytes_sent_again_are_refused_again(clam, settings, sent, now):
    settings.SCANNER = clam[0]
    sent(EICAR)
    scanning.work(at=now)
    again = sent(EICAR)
    scanning.work(at=now)
    assert Attachment.objects.get(message__case=again).refused == FOUND
    assert Event.objects.filter(name="file.refused", about=again.ref).count() == 1


def test_a_file_larger_than_the_scanner_takes_is_refused(clam):
    assert clamd.found_in(io.BytesIO(b"x" * 3_000_000), address=clam[0]) == clamd.TOO_LARGE
    assert clamd.found_in(io.BytesIO(b"x" * 900_000), address=clam[0]) == ""


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "unix:/nowhere/clamd.ctl"])
def test_while_the_scanner_is_away_files_wait(settings, sent, now, address):
    settings.SCANNER = address
    sent(b"a picture")
    with pytest.raises(clamd.ScannerTrouble):
        scanning.work(at=now)
    assert Attachment.objects.get().scanned_at is None


class Unsure(socketserver.StreamRequestHandler):
    """A scanner that can say nothing of what begins with a question mark."""

    def handle(self):
        self.rfile.read(len(b"zINSTREAM\0"))
        content = b""
        while size := int.from_bytes(self.rfile.read(4)):
            content += self.rfile.read(size)
        self.wfile.write(b"stream: Can't allocate memory ERROR\0" if content.startswith(b"?") else b"stream: OK\0")


@pytest.fixture
def unsure(settings):
    with socketserver.TCPServer(("127.0.0.1", 0), Unsure) as server:
        settings.SCANNER = f"tcp://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield
        server.shutdown()
        thread.join()


def test_a_file_of_which_the_scanner_can_say_nothing_holds_no_other_up_and_shows(unsure, sent, now, monkeypatch):
    monkeypatch.setattr(scanning, "BATCH", 2)
    sent(b"?1", b"?2", b"?3", b"a picture")
    assert scanning.work(at=now) == 1
    assert Attachment.objects.get(scanned_at__isnull=False).name == "file3.bin"
    with pytest.raises(clamd.NoVerdict, match="allocate"):
        scanning.work(at=now)


def test_without_a_scanner_files_are_handed_out_at_once(sent, now):
    sent(b"a picture")
    assert scanning.work(at=now) == 0
    assert answer(Attachment.objects.get()).status_code == 200
