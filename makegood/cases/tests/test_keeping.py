"""Bytes are kept in an S3-compatible storage as in a folder, and only for those with the right keys."""

import datetime as dt
import http.client
import shutil
import socket
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from makegood.cases import blobs
from makegood.cases.keeping import Bucket, signature
from makegood.cases.keeping.bucket import StorageTrouble

ROOT = Path(__file__).resolve().parents[3]
MODULES = ROOT / ".venv" / "object-store"


@pytest.fixture(scope="module")
def storage(tmp_path_factory):
    """Its address with the keys that it knows."""
    if not shutil.which("node") or not (MODULES / "node_modules").exists():
        pytest.skip("No S3-compatible storage here: `make object-store` brings one where there is npm.")
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    command = ["node", ROOT / "tests/object_store.js", MODULES, str(port), tmp_path_factory.mktemp("objects")]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout.readline() == "ready\n"
    yield f"s3+http://S3RVER:S3RVER@127.0.0.1:{port}/makegood/house"
    server.terminate()
    server.wait(10)


@pytest.fixture
def kept_apart(settings, storage, tmp_path):
    settings.DATA_DIR, settings.STORAGE_URL = tmp_path, storage


def test_what_is_kept_can_be_read_and_forgotten(kept_apart, tmp_path):
    digest = blobs.keep(b"Where is my refund?")
    assert blobs.keep(b"Where is my refund?") == digest
    assert (blobs.is_there(digest), blobs.is_there(digest, shelf="mail")) == (True, False)
    assert blobs.read(digest) == b"Where is my refund?"
    assert not list(tmp_path.iterdir())
    blobs.forget(digest)
    assert not blobs.is_there(digest)
    blobs.forget(digest)
    with pytest.raises(FileNotFoundError):
        blobs.read(digest)


def test_a_large_file_comes_back_whole_and_waits_on_disk(kept_apart):
    content = bytes(range(256)) * 40_000
    with blobs.fetch(blobs.keep(content, shelf="mail"), shelf="mail") as file:
        assert file._rolled
        assert file.read() == content


def test_what_was_kept_before_in_the_data_directory_is_still_found(kept_apart, settings, storage):
    settings.STORAGE_URL = ""
    digest = blobs.keep(b"of last year")
    settings.STORAGE_URL = storage
    assert blobs.read(digest) == b"of last year"
    blobs.forget(digest)
    with pytest.raises(FileNotFoundError):
        blobs.read(digest)


def test_wrong_keys_are_told_and_keep_nothing(storage):
    stranger = Bucket(storage.replace("S3RVER:S3RVER", "S3RVER:guessed"), "blobs")
    with pytest.raises(StorageTrouble, match="403"):
        stranger.keep("0" * 64, b"x", durable=True)


@pytest.mark.parametrize("url", ["http://host/bucket", "s3://host", "s3:///bucket"])
def test_an_address_that_is_none_is_refused(url):
    with pytest.raises(ValueError, match="s3://KEY:SECRET@host/bucket"):
        Bucket(url, "blobs")


class Busy(BaseHTTPRequestHandler):
    """Says twice that it is busy, then does what it is asked."""

    def do_HEAD(self):
        self.server.asked += 1
        self.send_response(200 if self.server.asked > self.server.busy else 503)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *parts):
        pass


@pytest.fixture
def busy():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Busy)
    server.asked, server.busy = 0, 2
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_busy_storage_is_asked_again_and_one_that_stays_so_is_trouble(busy):
    shelf = Bucket(f"s3+http://key:secret@127.0.0.1:{busy.server_port}/bucket", "blobs")
    assert shelf.has("0" * 64)
    busy.asked, busy.busy = 0, 100
    with pytest.raises(StorageTrouble, match="503"):
        shelf.has("0" * 64)
    assert busy.asked == 3


def test_a_storage_that_is_gone_is_trouble_of_the_disk():
    with pytest.raises(OSError, match="refused") as told:
        Bucket("s3+http://key:secret@127.0.0.1:1/bucket", "blobs").open("0" * 64)
    assert not isinstance(told.value, FileNotFoundError)
    assert isinstance(told.value.__cause__, OSError | http.client.HTTPException)


def test_a_request_is_signed_as_amazons_example_is():
    keys = signature.Keys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
    nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    said = {"host": "examplebucket.s3.amazonaws.com", "range": "bytes=0-9", "x-amz-content-sha256": nothing}
    at = dt.datetime(2013, 5, 24, tzinfo=dt.UTC)
    headers = signature.signed("GET", "/test.txt", said, keys=keys, at=at)
    assert headers["authorization"].endswith(
        "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
    )
    assert "wJalr" not in repr(keys)
