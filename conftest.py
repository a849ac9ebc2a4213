"""Every test run has a data directory of its own, made at the start and removed at the end."""

import atexit
import gc
import os
import shutil
import tempfile
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.db import connection, connections
from django.test import TransactionTestCase

from tests import emptying, migrated

_DATA = Path(tempfile.mkdtemp(prefix="makegood-test-"))
atexit.register(shutil.rmtree, _DATA, ignore_errors=True)
# For the processes that tests start.
os.environ["MAKEGOOD_DATA"] = str(_DATA)
# For this one: settings are read before any conftest.
settings.DATA_DIR = _DATA
settings.STATIC_ROOT = _DATA / "static"
settings.STATIC_ROOT.mkdir()
settings.PASSWORD_HASHERS = ["tests.hashing.QuickArgon2"]
_database = connections["default"].settings_dict
if _database["ENGINE"].endswith("sqlite3"):
    _database["TEST"]["NAME"] = str(_DATA / "test.sqlite3")
    # In this process, which nobody pulls the plug of; those that tests start wait for the disk as always.
    _database["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
migrated.share()
# No test asserts a time: what compiles its patterns at the first call takes seconds on a busy machine.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Out of the garbage collector's sight: all that is read in here stays to the end, and to look through it for each of
    thousands of tests again would take a good part of their time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        # What tests leave is little; the usual 700 would have them looked through for each of their pages.
        gc.set_threshold(20_000, 20, 20)
        gc.enable()


@pytest.fixture(scope="session")
def django_db_keepdb():
    """The tables are there before: see the next."""
    return True


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Copies the tables to where the tests of this process look for them, and takes the copy away in the end."""
    name = connection.creation._get_test_db_name()
    if connection.vendor == "sqlite":
        migrated.copy_file(Path(name))
        yield
    else:
        migrated.copy_database(name)
        yield
        migrated.drop_database(name)


@pytest.fixture(scope="session", autouse=True)
def tests_that_commit_leave_nothing_behind():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: emptying.empty(connection))
        yield


def pytest_collection_modifyitems(config, items):
    """What is the same on every engine runs once, with the embedded one: beside the code, what asks for no database;
    everywhere, what says so of itself (`any_engine`)."""
    if connection.vendor == "sqlite":
        return
    asks = {"db", "transactional_db", "live_server"}
    house = config.rootpath / "makegood"
    once = {
        item
        for item in items
        if item.get_closest_marker("any_engine") is not None
        or (
            item.path.is_relative_to(house)
            and not asks.intersection(item.fixturenames)
            and item.get_closest_marker("django_db") is None
        )
    }
    config.hook.pytest_deselected(items=list(once))
    items[:] = [item for item in items if item not in once]
