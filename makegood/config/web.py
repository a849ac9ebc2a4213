"""The web process: uvicorn on a socket that the supervisor opened, or on an address of its own."""

import resource
import socket

import uvicorn

from makegood.config import environment
from makegood.config.asgi import application
from makegood.config.door import CONNECTIONS, Door
from makegood.config.live import HUB


class Server(uvicorn.Server):
    """Uvicorn, with our live streams ended first: they would hold up a clean stop until its time is over."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        HUB.close()
        await super().shutdown(sockets)


def main(arguments: list[str]) -> int:
    """Serve on the open socket of the given file number until SIGTERM."""
    _allow_many_connections()
    config = uvicorn.Config(
        application,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="on",
        http=Door,
        ws="none",
        timeout_keep_alive=75,
        timeout_graceful_shutdown=3,
        limit_concurrency=CONNECTIONS,
        # Whose X-Forwarded-For we believe: a proxy's own address, never the world's.
        forwarded_allow_ips=environment.read("MAKEGOOD_PROXIES", "127.0.0.1,::1"),
    )
    Server(config).run(sockets=[socket.socket(fileno=int(arguments[0]))])
    return 0


def _allow_many_connections() -> None:
    """Each live stream is an open file; the usual soft limit of 1,024 would be reached by them alone."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 65_536), hard))
