"""A few lines of IMAP that know OAuth 2 and how to refuse: what the real server of the tests cannot be asked to do."""

import base64
import socketserver
import threading
from collections.abc import Callable, Iterator
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
            self.say("+ ")
            told = base64.b64decode(self.rfile.readline().strip()).decode().split("\x01")
            user, token = told[0].removeprefix("user="), told[1].removeprefix("auth=Bearer ")
            if user == "support@hale.example" and self.server.accepts(token):
                self.say(f"{tag} OK welcome")
                return
            self.say("+ " + base64.b64encode(b'{"status":"400","schemes":"Bearer"}').decode())
            # Google's and Microsoft's documents ask for an empty line here.
            empty = self.rfile.readline().strip() == b""
            self.say(f"{tag} {'NO [AUTHENTICATIONFAILED] no such token' if empty else 'BAD not now'}")
        elif command.startswith("SELECT"):
            self.say("* 2 EXISTS", "* OK [UIDVALIDITY 7] so", "* OK [UIDNEXT 3] next", f"{tag} OK done")
        elif command.startswith("UID SEARCH"):
            unread = [uid for uid in (1, 2) if uid not in self.server.seen]
            found = unread if "UNSEEN" in command else [2]
            self.say(" ".join(["* SEARCH", *map(str, found)]), f"{tag} OK done")
        elif command.startswith("UID STORE"):
            self.server.seen.add(int(command.split()[2]))
            self.say(f"{tag} OK done")
        elif command.startswith("UID FETCH"):
            self.give(tag, int(command.split()[2]))
        else:
            self.say(f"{tag} OK done")

    def give(self, tag: str, uid: int) -> None:
        if uid in self.server.refuses:
            self.say(f"{tag} NO [UNAVAILABLE] come again")
            return
        mail = f"From: ada@customer.example\r\nSubject: Number {uid}\r\n\r\nHello\r\n"
        self.say(f"* {uid} FETCH (UID {uid} BODY[] {{{len(mail)}}}")
        self.wfile.write(f"{mail})\r\n".encode())
        self.say(f"{tag} OK done")

    def say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())


class Server(socketserver.ThreadingTCPServer):
    """Two unread mails. `accepts`: which tokens let in. `refuses`: what it will not give. `heard`: all commands."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        self.accepts: Callable[[str], bool] = lambda token: False
        self.heard: list[str] = []
        self.refuses = {1}
        self.seen: set[int] = set()
        super().__init__(("127.0.0.1", 0), Session)


@contextmanager
def serving(server: socketserver.BaseServer) -> Iterator[socketserver.BaseServer]:
    """Serve in a thread."""
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()
