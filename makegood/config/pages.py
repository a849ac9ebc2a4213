"""Django's pages in a fixed pool of threads: a request arrives whole, an answer leaves whole, and nobody's slow line
holds a thread. Large files leave without one. What a page asks for by itself, while nobody waits for it (`X-Patient: 1`), has
few threads of its own: a busy floor keeps nobody from opening a page.

A view serves a stored file by an empty answer with the header `X-Makegood-File: <its digest>`.
"""

import asyncio
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import IO, Any
from urllib.parse import quote

from makegood.cases import blobs
from makegood.config.intake import MEMORY, Gone, Intake, Refusal

THREADS = 8
PATIENT = 2
WAITING = 256
CHUNK = 64 * 1024
FILE_HEADER = "x-makegood-file"
log = logging.getLogger(__name__)
Headers = list[tuple[str, str]]


@dataclass
class Answer:
    """What Django said: status, headers, and the content in memory or, over 1 MB, on disk."""

    status: int
    headers: Headers
    content: IO[bytes]


class Pages:
    """The ASGI side of a WSGI application."""

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self.application = application
        self.intake = Intake()
        self.threads = ThreadPoolExecutor(THREADS, thread_name_prefix="page")
        self.patient = ThreadPoolExecutor(PATIENT, thread_name_prefix="patient")
        self.waiting = 0

    def close(self) -> None:
        """Let the threads end; what they do is finished first."""
        self.threads.shutdown(wait=False)
        self.patient.shutdown(wait=False)

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        try:
            if "\0" in scope["path"]:
                raise Refusal(404, "This address leads nowhere.")  # no database can look for it
            body, size = await self.intake.take(scope, receive)
            with body:
                if self.waiting >= WAITING:
                    raise Refusal(503, "Makegood is busy; please try again in a moment.")
                answer = await self._ask(environ(scope, body, size))
        except Gone:
            return
        except Refusal as refusal:
            answer = _plain(refusal.status, refusal.reason)
        with answer.content:
            await _send(answer, send)

    async def _ask(self, request: dict[str, Any]) -> Answer:
        self.waiting += 1
        try:
            loop = asyncio.get_running_loop()
            threads = self.patient if request.get("HTTP_X_PATIENT") else self.threads
            return await loop.run_in_executor(threads, self._answer, request)
        finally:
            self.waiting -= 1

    def _answer(self, request: dict[str, Any]) -> Answer:
        """In a thread: run the application to its end."""
        started: list[tuple[int, Headers]] = []

        def start_response(status: str, headers: Headers, exc_info: object = None) -> None:
            started[:] = [(int(status[:3]), headers)]

        content: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=MEMORY)  # noqa: SIM115 - closed after sending
        try:
            chunks = self.application(request, start_response)
            try:
                for chunk in chunks:
                    content.write(chunk)
            finally:
                if hasattr(chunks, "close"):
                    chunks.close()
        except Exception:
            log.exception("An answer broke off: %s", request["PATH_INFO"])
            content.close()
            return _plain(500, "Something went wrong on our side. It has been noted.")
        content.seek(0)
        status, headers = started[0]
        return _with_file(Answer(status, headers, content))


def environ(scope: dict[str, Any], body: IO[bytes], size: int) -> dict[str, Any]:
    """The WSGI environment of a request (PEP 3333)."""
    server = scope.get("server") or ("localhost", 80)
    client = scope.get("client") or ("", 0)
    made: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": scope["path"].encode("utf-8").decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1] or ""),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": client[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for raw_name, raw_value in scope["headers"]:
        # A header with an underscore would be taken for the one with a dash: it could forge what a proxy sets.
        if b"_" in raw_name:
            continue
        name, value = raw_name.decode("latin-1").upper().replace("-", "_"), raw_value.decode("latin-1")
        key = name if name == "CONTENT_TYPE" else f"HTTP_{name}"
        if key in made:
            value = made[key] + ("; " if name == "COOKIE" else ",") + value
        made[key] = value
    # The body's real size: a chunked one announces none.
    made.pop("HTTP_CONTENT_LENGTH", None)
    made["CONTENT_LENGTH"] = str(size) if size else ""
    return made


def _with_file(answer: Answer) -> Answer:
    """Put the named file in the answer's place."""
    names = [value for name, value in answer.headers if name.lower() == FILE_HEADER]
    if not names:
        return answer
    answer.content.close()
    try:
        content = blobs.fetch(names[0])
    except (OSError, ValueError) as trouble:
        log.error("A file could not be served: %s: %s", quote(names[0]), trouble)
        gone = isinstance(trouble, FileNotFoundError | ValueError)
        return _plain(404, "This file is not here.") if gone else _plain(503, "This file cannot be fetched just now.")
    size = content.seek(0, os.SEEK_END)
    content.seek(0)
    kept = [pair for pair in answer.headers if pair[0].lower() not in {FILE_HEADER, "content-length"}]
    return Answer(answer.status, [*kept, ("Content-Length", str(size))], content)


def _plain(status: int, sentence: str) -> Answer:
    content = tempfile.SpooledTemporaryFile()  # noqa: SIM115 - closed after sending
    content.write(sentence.encode())
    content.seek(0)
    headers = [("Content-Type", "text/plain; charset=utf-8"), ("Connection", "close"), ("Retry-After", "5")]
    return Answer(status, headers, content)


async def _send(answer: Answer, send: Any) -> None:
    """Send chunk by chunk, as fast as the client takes them; a missing length is left to chunked encoding."""
    headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    while True:
        chunk = answer.content.read(CHUNK)
        more = len(chunk) == CHUNK
        await send({"type": "http.response.body", "body": chunk, "more_body": more})
        if not more:
            return
