"""What can happen to notices."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("staff.notices_chosen", gettext_noop("%(by)s chose what to be told, and how"), quiet=True)
class NoticesChosen:
    pass


@event("staff.notice_came", gettext_noop("A notice came for a member of staff"), quiet=True)
class NoticeCame:
    pass


@event("staff.notices_read", gettext_noop("%(by)s read notices"), quiet=True)
class NoticesRead:
    pass
