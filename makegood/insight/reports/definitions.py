"""What each figure means: one definition, shown wherever the figure is."""

import dataclasses
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# What a step of pace.py is wide: a length told from the histogram is off by less.
ERROR_PERCENT = 9


@dataclasses.dataclass(frozen=True)
class Definition:
    """`name` is also how its cases are asked for in an address."""

    name: str
    label: Any
    told: Any


COUNTS = (
    Definition(
        "opened",
        pgettext_lazy("figure", "Opened"),
        _("Cases by the day of the customer’s first words. Junk, deleted and merged cases count nowhere."),
    ),
    Definition(
        "resolved",
        pgettext_lazy("figure", "Resolved"),
        _("How often a case was resolved, by the day it was. One that is reopened and resolved again counts twice."),
    ),
    Definition(
        "reopened",
        pgettext_lazy("figure", "Reopened"),
        _("How often a resolved case was reopened, by the day it was."),
    ),
    Definition(
        "closed",
        pgettext_lazy("figure", "Closed"),
        _("Cases closed for good, a week after they were resolved, by the day of closing."),
    ),
)
BACKLOG = Definition(
    "backlog",
    _("Backlog at the end"),
    _("Cases that are new, waiting for us or waiting for the customer at the end of the last day."),
)
LENGTHS = (
    Definition(
        "first_replies",
        _("First reply"),
        _(
            "Working time of the brand from the customer’s first words to the first reply that left, by the day of the "
            "reply. It counts for whoever wrote it."
        ),
    ),
    Definition(
        "next_replies",
        _("Next reply"),
        _(
            "Working time from the customer’s first unanswered words to the reply that answers them, for every reply "
            "after the first. It counts for whoever wrote it."
        ),
    ),
    Definition(
        "resolutions",
        _("Resolution"),
        _(
            "Working time from the customer’s first words to the last time the case was resolved, by that day. While it "
            "is reopened it has none."
        ),
    ),
)
RATE = Definition(
    "kept",
    _("Promises kept"),
    _(
        "Of the promises to customers in cases that were kept or broken, by that day. Excused ones stand apart. They "
        "count for whoever answered for the case then."
    ),
)
ALL = (*COUNTS, BACKLOG, *LENGTHS, RATE)
NAMES = {each.name: each for each in ALL} | {
    "broken": Definition("broken", _("Promises broken"), RATE.told),
    "excused": Definition("excused", _("Promises excused"), RATE.told),
}
