"""Numbers and days in the reader's manner, for pages and charts."""

import datetime as dt

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from makegood.ui.wording import locale


def day(on: dt.date) -> str:
    """A day, or a week by its Monday: 1 Jun 2026."""
    return str(format_date(on, "medium", locale=locale()))


def short_day(on: dt.date) -> str:
    """The same without its year, for the foot of a chart."""
    return str(format_skeleton("MMMd", on, locale=locale()))


def figure(value: float, digits: int = 2) -> str:
    """A number with at most so many decimals."""
    return str(format_decimal(round(value, digits), locale=locale()))


def percent(share: float) -> str:
    """A share as a number of hundredths, without its sign: 12.3."""
    return figure(100 * share, 1)
