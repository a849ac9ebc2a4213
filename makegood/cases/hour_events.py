"""What can happen with time tracked on a case. `entry` is the key of what was noted, `staff` whose time it is (`S-…`)."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("time.started", gettext_noop("%(by)s started a timer"), quiet=True)
class TimerStarted:
    staff: str


@event("time.noted", gettext_noop("%(by)s noted %(minutes)s min of work"), quiet=True)
class TimeNoted:
    entry: str
    staff: str
    minutes: int


@event("time.corrected", gettext_noop("%(by)s corrected %(was)s min of work to %(minutes)s min"), quiet=True)
class TimeCorrected:
    entry: str
    staff: str
    was: int
    minutes: int


@event("time.removed", gettext_noop("%(by)s removed %(was)s min of work"), quiet=True)
class TimeRemoved:
    entry: str
    staff: str
    was: int
