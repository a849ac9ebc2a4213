"""Asking the provider: JSON over HTTPS, no redirects, answers up to 1 MB. Plain HTTP only on this machine."""

import base64
import http.client
import json
import ssl
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

PATIENCE = 10.0
LARGEST = 1024 * 1024
LOOPBACK = {"127.0.0.1", "::1", "localhost"}


class Unreachable(Exception):
    """The provider did not answer, or not in a way that can be understood; the message is for the operator's log."""


def get(url: str, *, token: str = "") -> dict[str, Any]:
    """What stands at an address; `token` is a bearer token. Raises Unreachable."""
    return _ask("GET", url, headers={"Authorization": f"Bearer {token}"} if token else {})


def post(url: str, fields: dict[str, str], *, client: str, secret: str) -> dict[str, Any]:
    """Send a form as this client (`client_secret_basic`; with no secret as a public client). Raises Unreachable."""
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    if secret:
        # RFC 6749, section 2.3.1: both are encoded as in a form before they are put together.
        pair = f"{quote(client, safe='')}:{quote(secret, safe='')}"
        headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    else:
        fields = fields | {"client_id": client}
    return _ask("POST", url, body=urlencode(fields).encode(), headers=headers)


def _ask(method: str, url: str, *, headers: dict[str, str], body: bytes | None = None) -> dict[str, Any]:
    connection = None
    try:
        connection, path = _connection(url)
        connection.request(method, path, body, {"Accept": "application/json"} | headers)
        response = connection.getresponse()
        content = response.read(LARGEST)
        if response.status != 200:
            raise Unreachable(f"{url} answered {response.status} {_code_of(content)}".strip())
        found = json.loads(content)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Unreachable(f"{url}: {error}") from error
    finally:
        if connection is not None:
            connection.close()
    if not isinstance(found, dict):
        raise Unreachable(f"{url} answered something else than an object")
    return found


def _code_of(content: bytes) -> str:
    """The provider's code for what is wrong (RFC 6749, section 5.2), such as `invalid_client`; "" for none."""
    try:
        told = json.loads(content)
    except ValueError:
        return ""
    code = told.get("error", "") if isinstance(told, dict) else ""
    return code if isinstance(code, str) and code.isascii() and code.isprintable() and len(code) < 80 else ""


def _connection(url: str) -> tuple[http.client.HTTPConnection, str]:
    parts = urlsplit(url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if parts.scheme == "https" and parts.hostname:
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(parts.hostname, parts.port, timeout=PATIENCE, context=context), path
    if parts.scheme == "http" and parts.hostname in LOOPBACK:
        return http.client.HTTPConnection(parts.hostname, parts.port, timeout=PATIENCE), path
    raise Unreachable(f"{url} is no https:// address")
