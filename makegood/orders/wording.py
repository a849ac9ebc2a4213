"""Every fault of a sale in words that say what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from makegood.orders.sale import Fault

FAULTS: dict[str, Promise] = {
    "no-number": _("An order needs a number of at most 60 characters."),
    "no-address": _("“%(value)s” is not a mail address."),
    "no-currency": _("“%(value)s” is not a currency. Write its three letters, like EUR."),
    "no-amount": _("“%(value)s” is not an amount. Write it like 1234.50."),
    "negative": _("%(value)s is below zero. A price is zero or more; a return belongs in its own column."),
    "too-fine": _("%(value)s has more decimals than the currency."),
    "nothing-bought": _("An order needs at least one product."),
    "no-sku": _("A product needs a key (SKU) of at most 80 characters."),
    "no-quantity": _("“%(value)s” is not a quantity. Write a whole number, 1 or more."),
    "no-days": _("“%(value)s” is not a number of days."),
    "more-than-bought": _("More came back than was bought: %(value)s."),
    "more-delivered": _("More was delivered than was bought: %(value)s."),
    "no-date": _("“%(value)s” is not a date. Write it like 2026-03-31, or 2026-03-31T14:00+02:00."),
    "before-the-sale": _("%(value)s is before the order was placed."),
    "to-come": _("%(value)s is in the future. Enter the day on which it happened."),
    "cancelled": _("The order was cancelled on %(value)s."),
    "no-seller": _("No seller here has the address “%(value)s”. Invite them first, or leave it empty."),
    "too-many-rows": _("The order “%(value)s” has more than 1,000 rows."),
    "not-taken": _(
        "It could not be stored (%(value)s). Upload the row again; if that does not help, tell whoever runs Makegood here."
    ),
    "another-order": _("This row contradicts earlier rows of the same order."),
}


def of(fault: Fault) -> str:
    """One fault as a sentence in the active language."""
    return str(FAULTS[fault.code]) % {"value": fault.value}


COLUMNS: dict[str, Promise] = {
    "number": _("Order number"),
    "email": _("Customer's mail address"),
    "currency": pgettext_lazy("money", "Currency"),
    "placed": _("Placed on"),
    "sku": _("Product key (SKU)"),
    "quantity": _("Quantity"),
    "price": _("Unit price"),
    "product": _("Product"),
    "name": _("Customer's name"),
    "total": _("Total"),
    "seller": _("Seller's mail address"),
    "terms": _("Terms of the sale"),
    "support": _("Support level"),
    "support_until": _("Support until"),
    "warranty": _("Warranty in days"),
    "returned": _("Quantity returned"),
    "delivered_quantity": _("Quantity delivered"),
    "promised": _("Delivery promised by"),
    "delivered": _("Delivered on"),
    "cancelled": _("Cancelled on"),
    "changed": _("Last changed on"),
}
