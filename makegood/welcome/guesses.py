"""What we may guess about a company before it says so; each guess can be changed in the form."""

from babel.core import get_global

from makegood.calendars.holiday_names import countries
from makegood.calendars.places import is_time_zone


def country_of(accept_language: str) -> str:
    """The country in a browser's wishes (`lt-LT,lt;q=0.9`), empty when none is named."""
    for wish in accept_language.split(","):
        _language, _dash, region = wish.split(";")[0].strip().partition("-")
        if region.upper() in countries():
            return region.upper()
    return ""


def country_at(timezone: str) -> str:
    """The country a time zone lies in, empty when it lies in none."""
    country = str(get_global("zone_territories").get(timezone, ""))
    return country if country in countries() else ""


def time_zone_in(country: str) -> str:
    """The time zone of a country that has one, else UTC."""
    aliases = get_global("zone_aliases")
    named = get_global("territory_zones").get(country, [])
    zones = [name for name in named if is_time_zone(name) and name not in aliases]
    return zones[0] if len(zones) == 1 else "UTC"
