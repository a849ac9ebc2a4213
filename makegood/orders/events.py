"""What can happen to an order. Charters may promise about all of it."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("order.placed", gettext_noop("The order was placed"), clocked=True)
class OrderPlaced:
    """`promised_at`: until when delivery was promised, as ISO time; "" where it was not."""

    promised_at: str


@event("order.promised", gettext_noop("A new day of delivery was promised"))
class DeliveryPromised:
    promised_at: str


@event("order.sold_by", gettext_noop("It was corrected who sold the order"))
class SellerCorrected:
    """`seller`: the key of whoever sold it, as we know now."""

    seller: str


@event("order.delivered", gettext_noop("The order was delivered"), clocked=True)
class OrderDelivered:
    pass


@event("order.returned", gettext_noop("Returned from the order: %(quantity)s"), clocked=True)
class OrderReturned:
    quantity: int


@event("order.cancelled", gettext_noop("The order was cancelled"), clocked=True)
class OrderCancelled:
    pass


@event("order.renewed", gettext_noop("Support of the order was renewed"))
class OrderRenewed:
    """`until`: until when it runs now, as ISO time; "" where it has no end."""

    until: str


@event("orders.handed_in", gettext_noop("%(by)s began to take in a table of orders"))
class TableBegun:
    table: str


@event("orders.taken_in", gettext_noop("A table of orders was read: %(taken)s imported, %(refused)s with errors"))
class TableDone:
    table: str
    taken: int
    refused: int


@event("orders.stopped", gettext_noop("%(by)s stopped taking in a table of orders"))
class TableStopped:
    table: str


@event("shop.joined", gettext_noop("%(by)s joined a shop"))
class ShopJoined:
    shop: str


@event("shop.changed", gettext_noop("%(by)s changed a shop"))
class ShopChanged:
    shop: str
