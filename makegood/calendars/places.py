"""Names of countries and time zones, for choosing among them."""

import functools
from zoneinfo import available_timezones

from makegood.calendars.holiday_names import countries
from makegood.ui.wording import locale


def countries_named() -> list[tuple[str, str]]:
    """The countries whose holidays are known, (code, name in the active language), by name."""
    names = locale().territories
    return sorted(((code, names.get(code, code)) for code in countries()), key=lambda each: each[1].casefold())


def place_named(country: str, subdivision: str) -> str:
    """A country in the active language, with the code of its part: United Kingdom, SCT."""
    return ", ".join(filter(None, (locale().territories.get(country, country), subdivision)))


@functools.cache
def time_zones() -> list[str]:
    """UTC and names such as Europe/Vilnius, in alphabetical order; without historical aliases."""
    named = (name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))
    return ["UTC", *sorted(named)]


def is_time_zone(name: str) -> bool:
    """Whether a clock can be set by this name; the aliases that `time_zones` leaves out do not count."""
    return name in time_zones()
