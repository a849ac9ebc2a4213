"""What is wrong with opening hours, in words."""

from django.utils.translation import gettext as _

from makegood.calendars.hours import HoursError, Trouble


def trouble_with(error: HoursError) -> str:
    """The translated sentence for the person who wrote the hours."""
    sentences = {
        Trouble.UNREADABLE: _("“%(part)s” is not a time from–to. Write it like 09:00-12:00, 13:00-17:00."),
        Trouble.NO_SUCH_TIME: _("There is no such time as “%(part)s”. A day ends at 24:00."),
        Trouble.BACKWARDS: _(
            "“%(part)s” closes before it opens. Hours past midnight belong to the next day: write until 24:00 here, "
            "and from 00:00 there."
        ),
        Trouble.OVERLAPPING: _("These hours overlap: %(part)s."),
    }
    return sentences[error.trouble] % {"part": error.part}
