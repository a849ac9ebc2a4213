"""What the channels are called."""

from django.utils.translation import gettext as _


def name(code: str) -> str:
    """A channel in words; one that is not listed is shown as it is."""
    names = {"email": _("email"), "portal": _("form"), "api": _("other system"), "desk": _("desk")}
    return names.get(code, code)
