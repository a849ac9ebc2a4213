"""What can happen to calendars."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("calendar.created", gettext_noop("%(by)s made a calendar"), quiet=True)
class CalendarCreated:
    calendar: str
    version: str


@event("calendar.revised", gettext_noop("%(by)s changed the opening hours (version %(number)s)"))
class CalendarRevised:
    calendar: str
    version: str
    number: int


@event("calendar.renamed", gettext_noop("%(by)s renamed a calendar"), quiet=True)
class CalendarRenamed:
    calendar: str
