"""What a browser calls itself, in words that people know. Pure; no Django.

Browsers call themselves by each other's names, so the order is what matters: https://developer.mozilla.org/docs/Web/HTTP/Guides/Browser_detection_using_the_user_agent
"""

import re
from dataclasses import dataclass

_BROWSERS = [
    (r"Edg(e|A|iOS)?/", "Edge"),
    (r"OPR/|Opera", "Opera"),
    (r"Vivaldi/", "Vivaldi"),
    (r"SamsungBrowser/", "Samsung Internet"),
    (r"Firefox/|FxiOS/", "Firefox"),
    (r"Chrome/|CriOS/|Chromium/", "Chrome"),
    (r"Safari/", "Safari"),
]
_SYSTEMS = [
    (r"Windows", "Windows"),
    (r"iPhone", "iPhone"),
    (r"iPad", "iPad"),
    (r"Android", "Android"),
    (r"CrOS", "ChromeOS"),
    (r"Mac OS X|Macintosh", "macOS"),
    (r"Linux|X11", "Linux"),
]


@dataclass(frozen=True)
class Browser:
    """Its name and the system it runs on; "" where it does not say. `is_handheld`: a telephone or tablet."""

    name: str
    system: str

    @property
    def is_handheld(self) -> bool:
        return self.system in {"iPhone", "iPad", "Android"}


def named(agent: str) -> Browser:
    """By its `User-Agent`."""
    return Browser(_first(_BROWSERS, agent), _first(_SYSTEMS, agent))


def _first(known: list[tuple[str, str]], agent: str) -> str:
    return next((name for mark, name in known if re.search(mark, agent)), "")
