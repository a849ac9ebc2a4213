"""Money: an amount as Decimal in a currency of ISO 4217, and its smallest unit (yen 0 decimals, euro 2, dinar 3).
Pure; no Django."""

from decimal import Decimal

from babel.numbers import format_currency, get_currency_precision, list_currencies

LARGEST = Decimal(10) ** 9
# The database keeps three; no currency in use counts in more.
MOST_PLACES = 3
_CURRENCIES = frozenset(list_currencies())


class NoMoney(ValueError):
    """The amount is not finite, not above zero, too large, or finer than its currency; or the currency is none."""


def is_currency(code: str) -> bool:
    """Whether three letters name a currency."""
    return code in _CURRENCIES


def places(currency: str) -> int:
    """How many decimals a currency counts in."""
    return min(get_currency_precision(currency), MOST_PLACES)


def checked(amount: Decimal, currency: str) -> Decimal:
    """The same amount with as many decimals as its currency has. Raises NoMoney."""
    if not is_currency(currency):
        raise NoMoney(f"{currency[:20]!r} is no currency")
    if not amount.is_finite() or not 0 < amount < LARGEST:
        raise NoMoney(f"{amount} is not an amount above zero")
    exact = amount.quantize(Decimal(1).scaleb(-places(currency)))
    if exact != amount:
        raise NoMoney(f"{amount} is finer than {currency}")
    return exact


def minor(amount: Decimal, currency: str) -> int:
    """An amount counted in the currency's smallest unit: 12.50 euro are 1250. Whole numbers add up on every engine."""
    return int(amount.scaleb(places(currency)))


def of_minor(count: int, currency: str) -> Decimal:
    """The reverse of `minor`."""
    return Decimal(count).scaleb(-places(currency))


def told(amount: Decimal, currency: str, language: str) -> str:
    """As people write it in a language: €1,234.50, or 1 234,50 €."""
    return str(format_currency(amount, currency, locale=language.replace("-", "_")))
