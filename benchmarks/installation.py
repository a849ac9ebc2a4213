"""Installations to measure: filled ones kept under one folder, a server on one, somebody signed in."""

import http.cookiejar
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import databases
from benchmarks.filling import AGENT, PASSWORD
from tests.serving import Makegood, free_port

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results"
QUIET = 5  # looks, one after the other
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def filled(cases: int, *, mails: Path | None, fresh: bool = False, folder: Path = RESULTS) -> Path:
    """The data directory of an installation with so many cases; filled now, where there is none yet or `fresh`."""
    data = folder / f"{'tickets' if mails else 'stories'}-{cases}{'-postgresql' if databases.ON_POSTGRESQL else ''}"
    done = data / "filled"
    if fresh or not done.exists():
        shutil.rmtree(data, ignore_errors=True)
        data.mkdir(parents=True)
        databases.make(data)
        command = [sys.executable, str(ROOT / "benchmarks" / "fill.py"), "--cases", str(cases)]
        subprocess.run([*command, *(["--mails", str(mails)] if mails else [])], env=environment(data), check=True)
        done.touch()
    return data


def settled(data: Path, *, patience: float = 1800) -> Path:
    """The same, after it was served until nothing was left to do: of what its open cases owe since they were made, and of
    what came in before."""
    due = "SELECT count(*) FROM events_reaction WHERE attempts = 0 AND run_at <= CURRENT_TIMESTAMP"
    waiting = f"SELECT ({due}) + (SELECT count(*) FROM promises_unsealed)"
    with serving(data):
        quiet, until = 0, time.monotonic() + patience
        while quiet < QUIET:
            assert time.monotonic() < until, "it has more to do than it can"
            time.sleep(1)
            quiet = quiet + 1 if databases.ask(data, waiting)[0][0] == 0 else 0
    return data


def environment(data: Path, **more: str) -> dict[str, str]:
    """What a process needs to know to work on an installation."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAKEGOOD_")}
    return {**kept, "MAKEGOOD_DATA": str(data), "MAKEGOOD_DATABASE_URL": databases.url(data), **more}


@contextmanager
def passing(name: str, *, like: Path | None = None) -> Iterator[Path]:
    """The data directory of an installation that is gone after the block: an empty one, or a copy."""
    with tempfile.TemporaryDirectory(prefix=f"makegood-{name}-") as folder:
        data = Path(folder)
        databases.make(data, like=like)
        try:
            if like:
                shutil.copytree(like, data, dirs_exist_ok=True)
            yield data
        finally:
            databases.drop(data)


@contextmanager
def serving(data: Path, *arguments: str, **more: str) -> Iterator[Makegood]:
    """`makegood serve` on it, until the end of the block."""
    port = free_port()
    base = {"MAKEGOOD_BASE_URL": f"http://127.0.0.1:{port}"}
    makegood = Makegood(data=data, environment=environment(data, **base, **more), port=port, smtp_port=free_port())
    makegood.start(*arguments)
    try:
        yield makegood
    finally:
        makegood.stop()


def sign_in(makegood: Makegood, email: str = AGENT) -> dict[str, str]:
    """The cookies of a session, by the form that everybody uses."""
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    page = browser.open(f"{makegood.url}/sign-in/").read().decode()
    found = TOKEN.search(page)
    assert found is not None, page
    fields = {"csrfmiddlewaretoken": found[1], "email": email, "password": PASSWORD}
    browser.open(urllib.request.Request(f"{makegood.url}/sign-in/", urllib.parse.urlencode(fields).encode()))
    cookies = {cookie.name: cookie.value or "" for cookie in jar}
    assert "sessionid" in cookies, "nobody was signed in"
    return cookies
