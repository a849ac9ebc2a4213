"""What can happen to notices."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("staff.notices_chosen", gettext_noop("%(by)s chose what to be told, and how"), quiet=True)
class NoticesChosen:
    pass
