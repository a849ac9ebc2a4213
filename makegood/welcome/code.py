"""The one-time code that the terminal shows, so that nobody else can take a fresh installation."""

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from django.conf import settings

from makegood.brands.models import Organisation
from makegood.events.keys import ALPHABET


def current() -> str | None:
    """The code, made on first asking and kept in the data directory (mode 600); None once set up."""
    if Organisation.objects.exists():
        return None
    if not _path().exists():
        _make()
    return _path().read_text().strip()


def _make() -> None:
    handle, fresh = tempfile.mkstemp(dir=settings.DATA_DIR)  # mode 600
    with os.fdopen(handle, "w") as file:
        file.write("".join(secrets.choice(ALPHABET) for _ in range(8)))
    # Linked when whole: of two that start at once, one code stays, and nobody reads half of it.
    with contextlib.suppress(FileExistsError):
        os.link(fresh, _path())
    os.unlink(fresh)


def forget() -> None:
    """The organisation is set up: the code opens nothing any more."""
    _path().unlink(missing_ok=True)


def _path() -> Path:
    return settings.DATA_DIR / "setup-code"
