"""The server's entry point: live streams are raw ASGI, every other page is Django in a fixed pool of threads.

Django under plain ASGI takes a new thread for each request, so that database connections are never used again; in
eight threads that stay, they are. See docs/decisions/0003.
"""

import os
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "makegood.config.settings")

from django.core.wsgi import get_wsgi_application

django_application = get_wsgi_application()

from makegood.config import live, pages  # noqa: E402 - they read models, which need the application

Scope = dict[str, Any]


class Application:
    """Hands each connection to whom it concerns."""

    def __init__(self) -> None:
        self.pages = pages.Pages(django_application)

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            await self._live_and_die(receive, send)
        elif scope["type"] == "http" and scope["path"] == "/live":
            await live.stream(scope, receive, send)
        elif scope["type"] == "http":
            await self.pages(scope, receive, send)

    async def _live_and_die(self, receive: Any, send: Any) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                live.HUB.open()
                await send({"type": "lifespan.startup.complete"})
            else:
                live.HUB.close()
                self.pages.close()
                await send({"type": "lifespan.shutdown.complete"})
                return


application = Application()
