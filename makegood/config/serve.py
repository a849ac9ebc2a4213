"""`makegood serve`: web pages, worker and mail listener by one command.

What watches the others loads all of them once, and they are forked from it: most of their memory is the same.
"""

import argparse
import errno
import os
import socket
from collections.abc import Sequence
from functools import partial

from makegood.config import parts as serving
from makegood.config.saying import say
from makegood.config.supervisor import Child, Supervisor, fork

# Where people see us, when the operator says it, itself or by a file. Otherwise: where the pages are served.
ADDRESS = "MAKEGOOD_BASE_URL"


def main(arguments: list[str]) -> int:
    """The command. Returns the exit code: 0 after a clean stop, 1 when it could not start."""
    options = _options(arguments)
    parts = (options.only,) if options.only else tuple(serving.PARTS)
    try:
        door = _listen(options.host, options.port) if "web" in parts else None
        if "mail" in parts:
            _listen(options.host_mail, options.smtp_port).close()
    except _Taken as taken:
        say(str(taken))
        return 1
    if not os.environ.keys() & {ADDRESS, f"{ADDRESS}_FILE"}:
        os.environ[ADDRESS] = _own_address(options)
    if _prepare(options.only):
        say("Makegood could not be prepared, and nothing was started. The reason stands above.")
        return 1
    supervisor = Supervisor(_children(parts, options, door), say)
    return supervisor.run(lambda: _answer(door, options, parts), lambda: _greet(parts, options))


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("makegood serve", description="Serve web pages, worker and mail listener.")
    parser.add_argument("--host", default="127.0.0.1", help="where pages are served (default %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="and on which port (default %(default)s)")
    parser.add_argument(
        "--smtp-host", dest="host_mail", default="127.0.0.1", help="where mail is taken (default %(default)s)"
    )
    parser.add_argument("--smtp-port", type=int, default=2525, help="and on which port (default %(default)s)")
    parser.add_argument("--only", choices=serving.PARTS, help="only this part, for installations of several machines")
    return parser.parse_args(arguments)


class _Taken(Exception):
    pass


def _listen(host: str, port: int) -> socket.socket:
    """A socket bound and listening. We keep it, so that callers wait while a web process is started again."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    door = socket.socket(family, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
        door.listen(2048)
    except OSError as trouble:
        door.close()
        if trouble.errno == errno.EADDRINUSE:
            raise _Taken(
                f"Port {port} on {host} is taken: another program, or another Makegood, listens there. "
                "Stop it, or choose another port with --port or --smtp-port."
            ) from trouble
        raise _Taken(f"Cannot listen on {host} port {port}: {trouble.strerror}.") from trouble
    return door


def _children(parts: Sequence[str], options: argparse.Namespace, door: socket.socket | None) -> list[Child]:
    mains = serving.load(parts)
    given = {
        "web": [str(door.fileno())] if door is not None else [],
        "worker": [],
        "mail": [options.host_mail, str(options.smtp_port)],
    }
    return [Child(part, partial(mains[part], given[part])) for part in parts]


def _prepare(only: str | None) -> int:
    """Database, files and words made ready, by a process of its own that leaves nothing open here; its exit code."""
    prepare = serving.preparing()
    pid = fork(Child("prepare", partial(prepare, ["--only", only] if only else [])))
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _answer(door: socket.socket | None, options: argparse.Namespace, parts: Sequence[str]) -> bool:
    """Whether pages and mail in, where they are served here, answer already."""
    if door is not None:
        host, port = door.getsockname()[:2]
        page = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        if not _says(host, port, page, b"HTTP/1.1 200"):
            return False
    return "mail" not in parts or _says(options.host_mail, options.smtp_port, b"QUIT\r\n", b"220 ")


def _says(host: str, port: int, asked: bytes, expected: bytes) -> bool:
    try:
        with socket.create_connection((_reachable(host), port), timeout=2) as caller:
            caller.sendall(asked)
            return caller.recv(64).startswith(expected)
    except OSError:
        return False


def _reachable(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared with, not bound to


def _own_address(options: argparse.Namespace) -> str:
    """Where the pages are served, as a person on this machine opens it."""
    host = _reachable(options.host)
    return f"http://{f'[{host}]' if ':' in host else host}:{options.port}"


def _greet(parts: Sequence[str], options: argparse.Namespace) -> None:
    if "web" in parts:
        say(f"Makegood is ready: open {_own_address(options)}")
    if "worker" in parts:
        say("The worker is running.")
    if "mail" in parts:
        say(f"Mail is taken on {options.host_mail} port {options.smtp_port}.")
    say("Stop with Ctrl-C.")
