"""A few lines of IMAP that know OAuth 2 and how to refuse: what the real server of the tests cannot be asked to do."""

import base64
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Session(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.say("* OK ready")
        while line := self.rfile.readline().decode().strip():
            tag, _space, command = line.partition(" ")
            self.server.heard.append(command)
            if command.upper() == "LOGOUT":
                self.say("* BYE now", f"{tag} OK done")
                return
            self.answer(tag, command.upper())

    def answer(self, tag: str, command: str) -> None:
        if command.startswith("CAPABILITY"):
            self.say("* CAPABILITY IMAP4rev1 AUTH=XOAUTH2", f"{tag} OK done")
        elif command.startswith("AUTHENTICATE"):
            self.say("+ go on")
            told = base64.b64decode(self.rfile.readline().strip()).decode()
            welcome = told == f"user=support@hale.example\x01auth=Bearer {self.server.token}\x01\x01"
            self.say(f"{tag} {'OK welcome' if welcome else 'NO [AUTHENTICATIONFAILED] no such token'}")
        elif command.startswith("UID SEARCH"):
            self.say("* SEARCH 1", f"{tag} OK done")
        elif command.startswith("UID FETCH"):
            self.say(f"{tag} NO [UNAVAILABLE] come again")
        else:
            self.say("* 1 EXISTS", f"{tag} OK done")

    def say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())


class Server(socketserver.ThreadingTCPServer):
    """`token`: the one that lets in. `heard`: all commands."""

    daemon_threads = True
    allow_reuse_address = True
    token = ""

    def __init__(self) -> None:
        self.heard: list[str] = []
        super().__init__(("127.0.0.1", 0), Session)


@contextmanager
def serving(server: socketserver.BaseServer) -> Iterator[socketserver.BaseServer]:
    """Serve in a thread."""
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()
