"""A provider of access tokens: refresh tokens that turn (RFC 6749 §6), client credentials (§4.4), introspection (RFC 7662)."""

import json
import secrets
import time
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from makegood.channels.email.tests.imap_server import serving

CLIENT, CLIENT_SECRET = "makegood", "client-hush"


class Desk(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        form = dict(urllib.parse.parse_qsl(self.rfile.read(length).decode()))
        if self.path == "/token":
            self.server.asked.append(form)
            self.answer(*self.server.give(form))
        else:
            self.answer(200, self.server.introspect(form.get("token", "")))

    def do_GET(self) -> None:
        """Introspection as Dovecot's mode `auth` asks: the token is the bearer's."""
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        known = self.server.introspect(token)
        self.answer(200 if known["active"] else 401, known)

    def answer(self, status: int, said: dict) -> None:
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *parts) -> None:
        pass


class Provider(ThreadingHTTPServer):
    """`user`: whose mailbox the tokens open. `lasts`: seconds. `turns`: whether each refresh token serves once.

    `asked`: all forms at the token address. `given`: the access tokens, the newest last. `refresh`: the one that is
    valid now.
    """

    daemon_threads = True

    def __init__(self, user: str = "support@hale.example") -> None:
        super().__init__(("127.0.0.1", 0), Desk)
        self.user, self.lasts, self.turns = user, 3600, False
        self.refresh = "refresh-hush"
        self.asked: list[dict[str, str]] = []
        self.given: list[str] = []
        self.ends: dict[str, float] = {}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def give(self, form: dict[str, str]) -> tuple[int, dict]:
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT, CLIENT_SECRET):
            told = f"AADSTS7000215: Invalid client secret provided: {form.get('client_secret')}"
            return 401, {"error": "invalid_client", "error_description": told}
        if form["grant_type"] == "client_credentials":
            if not form.get("scope", "").endswith("/.default"):
                return 400, {"error": "invalid_scope", "error_description": "AADSTS1002012: not a .default scope"}
            return 200, self.new()
        if form.get("refresh_token") != self.refresh:
            return 400, {"error": "invalid_grant", "error_description": "AADSTS700082: it has expired"}
        if not self.turns:
            return 200, self.new()
        self.refresh = f"refresh-hush-{secrets.token_hex(4)}"
        return 200, self.new() | {"refresh_token": self.refresh}

    def new(self) -> dict:
        token = f"access-hush-{secrets.token_hex(8)}"
        self.given.append(token)
        self.ends[token] = time.monotonic() + self.lasts
        return {"access_token": token, "token_type": "Bearer", "expires_in": self.lasts}

    def introspect(self, token: str) -> dict:
        if self.ends.get(token, 0) < time.monotonic():
            return {"active": False}
        return {"active": True, "username": self.user, "email": self.user, "scope": "mail"}

    def end_tokens(self) -> None:
        """As when the password of the account was changed."""
        self.ends.clear()


@contextmanager
def providing(user: str = "support@hale.example") -> Iterator[Provider]:
    """A provider that runs until the end of the block."""
    with serving(Provider(user)) as provider:
        yield provider
