"""Every test run has a data directory of its own, made at the start and removed at the end."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from django.conf import settings
from django.db import connections

_DATA = Path(tempfile.mkdtemp(prefix="makegood-test-"))
atexit.register(shutil.rmtree, _DATA, ignore_errors=True)
# For the processes that tests start.
os.environ["MAKEGOOD_DATA"] = str(_DATA)
# For this one: settings are read before any conftest.
settings.DATA_DIR = _DATA
settings.STATIC_ROOT = _DATA / "static"
settings.STATIC_ROOT.mkdir()
_database = connections["default"].settings_dict
if _database["ENGINE"].endswith("sqlite3"):
    _database["TEST"]["NAME"] = str(_DATA / "test.sqlite3")
