"""What can happen to a commitment."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("promise.made", gettext_noop("%(by)s promised: %(promise)s"))
class PromiseMade:
    """Made in somebody's own words. Those made from the charter are told by the ledger alone."""

    commitment: str
    key: str


@event("promise.at_risk", gettext_noop("Promise at risk: %(promise)s"))
class PromiseAtRisk:
    commitment: str
    key: str


@event("promise.broken", gettext_noop("Promise broken: %(promise)s"))
class PromiseBroken:
    commitment: str
    key: str


@event("promise.final", gettext_noop("The break is final: %(promise)s"), quiet=True)
class PromiseFinal:
    """All that could still have shown the promise kept has been taken in. What follows from a break follows this."""

    commitment: str
    key: str


@event("promise.fault_noticed", gettext_noop("A fault of ours may have broken promises: what follows from them waits"))
class FaultNoticed:
    fault: str
    cause: str


@event("promise.breaks_released", gettext_noop("%(by)s confirmed breaks that a fault of ours may have made: %(count)s"))
class BreaksReleased:
    fault: str
    count: int


@event("promise.excused", gettext_noop("Promise excused: %(promise)s"))
class PromiseExcused:
    commitment: str
    key: str
    reason: str


@event("promise.done", gettext_noop("%(by)s did what was promised: %(promise)s"))
class PromiseDone:
    """A person says so, of a promise that no event keeps."""

    commitment: str
    key: str


@event("promise.taken_back", gettext_noop("%(by)s took back that it was done: %(promise)s"))
class PromiseTakenBack:
    commitment: str
    key: str


@event("promise.corrected", gettext_noop("Promise kept after all: %(promise)s"))
class PromiseCorrected:
    commitment: str
    key: str


@event("charter.published", gettext_noop("%(by)s published version %(number)s of the charter"))
class CharterPublished:
    version: str
    number: int


@event("ledger.salts_erased", gettext_noop("%(by)s erased what tied %(count)s ledger entries to their seals"))
class SaltsErased:
    """With a person's words their salts go. The chain stays whole."""

    count: int
