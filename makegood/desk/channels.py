"""What the channels are called."""

from django.utils.translation import gettext_lazy as _

NAMES = {"email": _("email"), "portal": _("form"), "api": _("other system"), "desk": _("desk")}


def name(code: str) -> str:
    """A channel in words; one that is not listed is shown as it is."""
    return str(NAMES.get(code, code))
