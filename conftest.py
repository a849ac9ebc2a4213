"""Every test run has a data directory of its own, made before settings are read and removed at the end."""

import atexit
import os
import shutil
import tempfile

_DATA = tempfile.mkdtemp(prefix="makegood-test-")
atexit.register(shutil.rmtree, _DATA, ignore_errors=True)
os.environ["MAKEGOOD_DATA"] = _DATA
