"""Time zones people live in. Pure; no Django."""

import functools
from zoneinfo import ZoneInfo, available_timezones


@functools.cache
def time_zones() -> list[str]:
    """UTC and names such as Europe/Vilnius, in alphabetical order; no historical aliases."""
    return [
        "UTC",
        *sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/")),
    ]


def is_time_zone(name: str) -> bool:
    """Whether the clock can be set by this name."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
