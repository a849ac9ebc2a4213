"""What stands in the masthead of the staff's pages, in this order. Each app adds its page here."""

from django.utils.translation import gettext_lazy as _

from makegood.ui.navigation import Place

ENTRIES = [
    Place(address="inbox", label=_("Inbox"), key="g i"),
    Place(address="charter", label=_("Charter"), key="g c"),
    Place(address="parked", label=_("Parked mail"), roles=("lead", "admin"), key="g p"),
    Place(address="settings", label=_("Settings"), roles=("lead", "admin"), key="g s"),
]
