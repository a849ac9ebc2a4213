"""Sellers hear of cases about their sales, once a case; whoever owns the case hears what they say to it."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from makegood.cases.models import Case, Concern, Message, MessageKind, Shelf
from makegood.channels.email.letters import desk_link
from makegood.clockwork.telling import tell
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.orders.models import Order
from makegood.staff.notices.kinds import Kind

EXCERPT = 600


@reacts_to("case.order_noted")
def tell_seller(event: Event) -> None:
    """Whoever sold it, unless they noted it themselves."""
    case = Case.objects.filter(ref=event.about, shelf=Shelf.NONE).select_related("brand", "team", "customer").first()
    order = Order.objects.filter(ref=event.data["order"]).select_related("seller").first()
    if case is None or order is None or order.seller is None or order.seller.key == event.by:
        return
    user = order.seller
    with translation.override(user.language):
        known = {"ref": case.ref, "number": order.number, "customer": case.customer.name or case.customer.ref}
        subject = _("[%(ref)s] A case about your sale: order %(number)s") % known
        told = (
            _("%(customer)s bought from you and has written to us. You can read the case, and answer inside.") % known
        )
        address = settings.BASE_URL + reverse("sale-case", args=[case.ref])
        text = f"{case.subject}\n\n{told}\n\n{address}\n"
    key = f"sale.{case.ref}.{user.ref}".lower()
    tell(user, Kind.SALE, key=key, subject=subject, text=text, case=case, url=address, at=timezone.now())


@reacts_to("note.written")
def tell_owner(event: Event) -> None:
    """A seller answered inside: whoever owns the case hears it."""
    found = Message.objects.filter(pk=event.data["message"], kind=MessageKind.NOTE)
    message = found.select_related("case__owner", "case__brand", "case__team", "staff").first()
    if message is None or message.staff is None:
        return
    case, owner = message.case, message.case.owner
    sold = Concern.objects.of_case(case).filter(order__seller=message.staff)
    if owner is None or owner == message.staff or not sold.exists():
        return
    with translation.override(owner.language):
        subject = _("[%(ref)s] %(name)s, who sold it, wrote a note") % {"ref": case.ref, "name": message.staff.name}
        text = f"{case.subject}\n\n{message.text[:EXCERPT]}\n\n{desk_link(case)}\n"
    key = f"sold.{message.pk.hex}.{owner.ref}".lower()
    tell(owner, Kind.WORDS, key=key, subject=subject, text=text, case=case, at=timezone.now())
