"""Weekdays, percentages and the names of promises in the visitor's language."""

from babel import Locale
from babel.numbers import format_percent
from babel.units import format_unit
from django import template
from django.utils.dates import WEEKDAYS
from django.utils.translation import get_language

from makegood.promises import ledger_words, reasons, sentences

register = template.Library()


@register.filter
def weekday(day: int) -> str:
    """The name of a weekday, Monday = 0."""
    return str(WEEKDAYS[day])


@register.filter
def percent(share: float) -> str:
    """0.957 as “95.7%” or “95,7 %”, in the manner of the language; never rounded up to a hundred."""
    locale = Locale.parse(get_language() or "en", sep="-")
    pattern = locale.percent_formats[None].pattern
    if share < 1:
        share, pattern = min(share, 0.999), pattern.replace("##0", "##0.#")
    return str(format_percent(share, format=pattern, locale=locale))


@register.filter
def promise_name(key: str) -> str:
    """“First reply” for first-reply."""
    return sentences.name(key)


@register.filter
def reason_word(code: str) -> str:
    """A reason code in words."""
    return reasons.told(code)


@register.filter
def duration(seconds: float) -> str:
    """3 h 20 min, 45 s: a length in its two largest units, in the manner of the language."""
    locale = Locale.parse(get_language() or "en", sep="-")
    whole = round(seconds)
    hours, minutes, rest = whole // 3600, whole % 3600 // 60, whole % 60
    parts = [(hours, "duration-hour"), (minutes, "duration-minute"), (rest, "duration-second")]
    while len(parts) > 1 and not parts[0][0]:
        parts.pop(0)
    shown = [part for part in parts[:2] if part[0]] or parts[:1]
    return " ".join(str(format_unit(value, unit, length="short", locale=locale)) for value, unit in shown)


@register.filter
def entry_kind(kind: str) -> str:
    """What a ledger entry says."""
    return ledger_words.kind(kind)


@register.filter
def named(names: dict[str, str], key: str) -> str:
    """The name behind a key, else the key itself."""
    return names.get(key, key)
