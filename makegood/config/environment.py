"""Typed reading of the environment: each MAKEGOOD_X may also come from a file named by MAKEGOOD_X_FILE."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def read(name: str, default: str = "") -> str:
    """The value of the variable, or of the file that `<name>_FILE` points to, or the default."""
    path = os.environ.get(f"{name}_FILE")
    if path:
        try:
            return Path(path).read_text().strip()
        except OSError as error:
            raise ImproperlyConfigured(f"{name}_FILE names {path}, which cannot be read: {error}") from error
    return os.environ.get(name, default)


def flag(name: str, default: bool = False) -> bool:
    """True for 1, true, yes, on; False for 0, false, no, off; anything else is refused."""
    value = read(name, "1" if default else "0").strip().lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off", ""}:
        return False
    raise ImproperlyConfigured(f"{name} must be yes or no, not {value!r}")


def number(name: str, default: int) -> int:
    """A whole number that is not negative; anything else is refused."""
    value = read(name, str(default)).strip()
    if not value.isascii() or not value.isdigit():
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}")
    return int(value)


def one_of(name: str, known: tuple[str, ...]) -> str:
    """One of the known words, or ""; anything else is refused."""
    value = read(name).strip().lower()
    if value and value not in known:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(known)}, not {value!r}")
    return value


def storage(url: str) -> str:
    """MAKEGOOD_STORAGE_URL, when it can be one: a slip must show at the start, and not when the first mail comes."""
    parts = urlsplit(url)
    well = parts.scheme in {"s3", "s3+http"} and parts.hostname and parts.path.strip("/")
    if url and not well:
        raise ImproperlyConfigured("MAKEGOOD_STORAGE_URL must look like s3://KEY:SECRET@host/bucket")
    return url


def secret_key(data: Path) -> str:
    """MAKEGOOD_SECRET_KEY, or one made once and kept in the data directory (mode 600)."""
    given = read("MAKEGOOD_SECRET_KEY")
    if given:
        return given
    kept = data / "secret-key"
    try:
        handle = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return kept.read_text().strip()
    key = secrets.token_urlsafe(48)
    with os.fdopen(handle, "w") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    return key


SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA temp_store=MEMORY;"
    "PRAGMA mmap_size=134217728;PRAGMA cache_size=-20000;PRAGMA journal_size_limit=67108864;"
)


def database(url: str, data: Path) -> dict[str, Any]:
    """Django's settings for MAKEGOOD_DATABASE_URL: empty for the embedded SQLite, or postgresql://user:pw@host/name.

    `?pool=no` switches our connection pool off, for use behind pgbouncer.
    """
    options: dict[str, Any]
    if not url or url.startswith("sqlite:"):
        path = Path(unquote(url.removeprefix("sqlite:").removeprefix("//"))) if url else data / "makegood.sqlite3"
        options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS}
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": path,
            "CONN_MAX_AGE": None,
            "OPTIONS": options,
            # A file, not memory: the tests' servers, workers and threads share it as in production.
            "TEST": {"NAME": data / "test.sqlite3"},
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ImproperlyConfigured("MAKEGOOD_DATABASE_URL must start with postgresql:// or sqlite:")
    query = dict(parse_qsl(parts.query))
    pooled = query.pop("pool", "yes") != "no"
    options = dict(query)
    if pooled:
        options["pool"] = {"min_size": 1, "max_size": 10, "timeout": 10}
        options["options"] = (
            "-c statement_timeout=15000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or query.pop("host", "")),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0 if pooled else None,
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "OPTIONS": options,
    }
