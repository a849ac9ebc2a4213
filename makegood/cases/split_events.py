"""What can happen where a case is split: some of what was said goes to a case of its own."""

from django.utils.translation import gettext_noop

from makegood.events.registry import always, event


@event("case.split", gettext_noop("%(by)s split %(to)s off this case"), moves=always)
class CaseSplit:
    """`messages`: the keys of those that went."""

    to: str
    messages: list[str]


@event("case.split_off", gettext_noop("%(by)s split this case off %(source)s"))
class CaseSplitOff:
    source: str


@event("case.split_undone", gettext_noop("%(by)s undid the split: what %(other)s held is here again"), moves=always)
class SplitUndone:
    other: str


@event("case.split_taken_back", gettext_noop("%(by)s undid the split: all is in %(other)s again"), moves=always)
class SplitTakenBack:
    other: str
