"""Bytes are kept once by their digest, and are on disk for good when we say so."""

import os
from pathlib import Path

import pytest

from makegood.cases import blobs


@pytest.fixture
def synced(settings, tmp_path, monkeypatch):
    """What has been told to last, in order; the disk is told for real."""
    settings.DATA_DIR = tmp_path
    told: list[Path] = []
    sync = os.fsync

    def note(handle: int) -> None:
        told.append(Path(os.readlink(f"/proc/self/fd/{handle}")))
        sync(handle)

    monkeypatch.setattr(os, "fsync", note)
    return told


def test_what_is_kept_can_be_read_and_forgotten(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    digest = blobs.keep(b"Where is my refund?")
    assert blobs.read(digest) == b"Where is my refund?"
    assert blobs.keep(b"Where is my refund?") == digest
    blobs.forget(digest)
    assert not blobs.is_there(digest)
    blobs.forget(digest)


def test_a_file_its_folder_and_the_folders_above_are_synced(synced, tmp_path):
    path = blobs.place(blobs.keep(b"one"))
    assert synced[-1] == path.parent
    assert {tmp_path, tmp_path / "blobs", path.parent} <= set(synced)
    assert any(one.name.startswith(path.name) for one in synced)


def test_what_another_writer_put_there_is_synced_before_we_rely_on_it(synced):
    path = blobs.place(blobs.keep(b"two", durable=False))
    synced.clear()
    blobs.keep(b"two")
    assert synced == [path.parent]


def test_a_name_that_is_no_digest_is_refused():
    with pytest.raises(ValueError, match="64 hexadecimal digits"):
        blobs.read("../../secret-key")
