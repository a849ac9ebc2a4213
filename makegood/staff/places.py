"""Time zones people live in. Pure; no Django."""

import functools
from zoneinfo import available_timezones


@functools.cache
def time_zones() -> list[str]:
    """Every name the clock can be set by, as Europe/Vilnius or UTC, in alphabetical order; about 600."""
    return sorted(name for name in available_timezones() if name not in {"localtime", "Factory"})


def is_time_zone(name: str) -> bool:
    """Whether the clock can be set by this name."""
    return name in _known()


@functools.cache
def _known() -> frozenset[str]:
    return frozenset(time_zones())
