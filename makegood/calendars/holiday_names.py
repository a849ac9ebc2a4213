"""Public holidays by country, from the `holidays` package. No Django.

Countries are ISO 3166 codes of two letters, subdivisions the package's codes (`SCT` of `GB`, `BY` of `DE`).
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from datetime import date
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path

import holidays
from holidays import registry
from holidays.holiday_base import HolidayBase

FOLDER = Path(holidays.__file__).parent / "countries"
# By each code of two letters: the file, and the class in it. The package also knows LTU and Lithuania.
FILES = {
    code: (module, name) for module, (name, *codes) in registry.COUNTRIES.items() for code in codes if len(code) == 2
}


def countries() -> Iterable[str]:
    """The countries whose holidays are known, each by one code."""
    return [codes[0] for _name, *codes in registry.COUNTRIES.values()]


def subdivisions_of(country: str) -> Sequence[str]:
    """The parts of a known country that have holidays of their own."""
    return _holidays_in(country).subdivisions


def is_known(country: str, subdivision: str = "") -> bool:
    """Whether the holidays of a country, or of one of its subdivisions, are known. Reads those of this country alone."""
    return country in FILES and (not subdivision or subdivision in subdivisions_of(country))


@functools.cache
def _holidays_in(country: str) -> type[HolidayBase]:
    """The package's class, read from its own file: the package itself would read 250 countries for it, 14 MB in memory."""
    module, name = FILES[country]
    spec = PathFinder.find_spec(module, [str(FOLDER)])
    assert spec is not None and spec.loader is not None, module
    read = module_from_spec(spec)
    spec.loader.exec_module(read)
    found: type[HolidayBase] = getattr(read, name)
    return found


def holidays_of(country: str, subdivision: str, years: Iterable[int], language: str) -> dict[date, str]:
    """Date to name, in `language` where the package has it, else in English; empty for an unknown country.

    Weekend holidays that move to a weekday are there on both days.
    """
    if not is_known(country, subdivision):
        return {}
    made = _holidays_in(country)(subdiv=subdivision or None, years=years, language=_language(country, language))
    return dict(made.items())


@functools.cache
def _language(country: str, language: str) -> str | None:
    """The package's name for a language: `en` is `en_US`, or `en_GB` where that is the country's own."""
    spoken = _holidays_in(country).supported_languages
    for wanted in (language, "en_GB", "en"):
        for each in sorted(spoken):
            if each == wanted or (wanted in (language, "en") and each.startswith(f"{wanted}_")):
                return each
    return None
