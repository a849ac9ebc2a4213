"""Modules that only a few mails need, loaded at their first use.

flufl.bounce, tnefparse, icalendar, ftfy and charset-normalizer together take about a second to import;
`makegood parse-mail` on a plain mail should not wait for them.
"""

from importlib import import_module
from typing import Any


def module(name: str) -> Any:
    """The module called `name`, imported now if it was not before."""
    return import_module(name)
