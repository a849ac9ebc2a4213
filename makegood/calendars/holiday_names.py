"""Public holidays by country, from the `holidays` package. No Django.

Countries are ISO 3166 codes of two letters, subdivisions the package's codes (`SCT` of `GB`, `BY` of `DE`).
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from datetime import date

import holidays


@functools.cache
def countries() -> Mapping[str, list[str]]:
    """The countries whose holidays are known, each with its subdivisions."""
    return holidays.list_supported_countries(include_aliases=False)


@functools.cache
def is_known(country: str, subdivision: str = "") -> bool:
    """Whether the holidays of a country, or of one of its subdivisions, are known. Reads those of this country alone."""
    if len(country) != 2:  # the package also knows LTU and Lithuania
        return False
    try:
        of_country = holidays.country_holidays(country)
    except NotImplementedError:
        return False
    return not subdivision or subdivision in of_country.subdivisions


def holidays_of(country: str, subdivision: str, years: Iterable[int], language: str) -> dict[date, str]:
    """Date to name, in `language` where the package has it, else in English; empty for an unknown country.

    Weekend holidays that move to a weekday are there on both days.
    """
    if not is_known(country, subdivision):
        return {}
    found = holidays.country_holidays(
        country, subdiv=subdivision or None, years=years, language=_language(country, language)
    )
    return dict(found.items())


@functools.cache
def _language(country: str, language: str) -> str | None:
    """The package's name for a language: `en` is `en_US`, or `en_GB` where that is the country's own."""
    spoken = holidays.country_holidays(country).supported_languages
    for wanted in (language, "en_GB", "en"):
        for each in sorted(spoken):
            if each == wanted or (wanted in (language, "en") and each.startswith(f"{wanted}_")):
                return each
    return None
