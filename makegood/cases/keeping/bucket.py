"""Bytes as objects of an S3-compatible storage. Four requests are all we need, so there is no client library.

`s3://KEY:SECRET@host/bucket/prefix?region=…` speaks TLS; `s3+http://…` does not, for a storage on the same machine.
"""

import datetime as dt
import hashlib
import http.client
import ssl
import tempfile
import time
from typing import IO
from urllib.parse import parse_qs, quote, unquote, urlsplit

from makegood.cases.keeping import signature

PATIENCE = 30.0
PAUSES = (0.2, 1.0)
CHUNK = 256 * 1024
MEMORY = 1024 * 1024
NOTHING = hashlib.sha256(b"").hexdigest()


class StorageTrouble(OSError):
    """The storage could not be reached, or refused; nothing was acknowledged."""


class Bucket:
    """One shelf in a bucket: <prefix>/<shelf>/<digest>."""

    def __init__(self, url: str, shelf: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"s3", "s3+http"} or not parts.hostname or not parts.path.strip("/"):
            raise ValueError("MAKEGOOD_STORAGE_URL must look like s3://KEY:SECRET@host/bucket")
        self.secure, self.host, self.port = parts.scheme == "s3", parts.hostname, parts.port
        self.root = "/" + "/".join([*parts.path.strip("/").split("/"), shelf])
        region = parse_qs(parts.query).get("region", ["us-east-1"])[0]
        self.keys = signature.Keys(unquote(parts.username or ""), unquote(parts.password or ""), region)

    def has(self, digest: str) -> bool:
        return self._ask("HEAD", digest, good=(200, 404))[0] == 200

    def keep(self, digest: str, content: bytes, *, durable: bool) -> None:
        """Store bytes; the storage checks them against their digest, and has them for good when it answers."""
        if not self.has(digest):
            self._ask("PUT", digest, content, body_digest=digest, good=(200,))

    def open(self, digest: str) -> IO[bytes]:
        """To be read and closed. Raises FileNotFoundError."""
        status, content = self._ask("GET", digest, good=(200, 404))
        if status == 404:
            raise FileNotFoundError(digest)
        return content

    def forget(self, digest: str) -> None:
        self._ask("DELETE", digest, good=(200, 204, 404))

    def _ask(
        self, method: str, digest: str, body: bytes = b"", *, body_digest: str = NOTHING, good: tuple[int, ...]
    ) -> tuple[int, IO[bytes]]:
        """One request, again when the storage is busy or the line breaks. All of them may be repeated."""
        for pause in (*PAUSES, None):
            try:
                status, content = self._once(method, digest, body, body_digest)
            except (OSError, http.client.HTTPException) as trouble:
                if pause is None:
                    raise StorageTrouble(f"{method}: {type(trouble).__name__}: {trouble}") from trouble
            else:
                if status in good:
                    return status, content
                told = content.read(500).decode("utf-8", "replace")
                content.close()
                if pause is None or status < 500:
                    raise StorageTrouble(f"{method}: {status} {told}")
            time.sleep(pause)
        raise AssertionError("unreachable")

    def _once(self, method: str, digest: str, body: bytes, body_digest: str) -> tuple[int, IO[bytes]]:
        path = quote(f"{self.root}/{digest}", safe="/-_.~")
        host = self.host if self.port is None else f"{self.host}:{self.port}"
        said = {"host": host, "x-amz-content-sha256": body_digest}
        headers = signature.signed(method, path, said, keys=self.keys, at=dt.datetime.now(dt.UTC))
        connection = self._connect()
        try:
            connection.request(method, path, body=body or None, headers=headers)
            answer = connection.getresponse()
            # Large ones lie on disk while they are read or served slowly.
            content: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=MEMORY)  # noqa: SIM115 - the caller's
            while chunk := answer.read(CHUNK):
                content.write(chunk)
            content.seek(0)
            return answer.status, content
        finally:
            connection.close()

    def _connect(self) -> http.client.HTTPConnection:
        if self.secure:
            context = ssl.create_default_context()
            return http.client.HTTPSConnection(self.host, self.port, timeout=PATIENCE, context=context)
        return http.client.HTTPConnection(self.host, self.port, timeout=PATIENCE)
