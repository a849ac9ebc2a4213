"""After how many days the customer is to be reminded, as it was typed."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from makegood.cases.actions import nudging
from makegood.cases.models import Case
from makegood.events.refusals import Refusal

DAYS, RESOLVES = "nudge_days", "nudge_resolves"
FIELDS = (DAYS, RESOLVES)
ALSO = "also_nudge"  # the box of a template: both numbers with a stop between


def composer(case: Case, typed: Mapping[str, str]) -> dict[str, Any]:
    """What stands in the composer: as it was typed, or else as the brand usually does. Asks nothing."""
    usual = {DAYS: case.brand.nudge_days, RESOLVES: case.brand.nudge_resolves}
    return {name: typed[name] if name in typed else str(usual[name] or "") for name in FIELDS}


def read(sent: Mapping[str, str]) -> tuple[int | None, int]:
    """Days until the reminder, and from it until the case is resolved; (0, 0): nobody is reminded; None: nothing was said,
    so as the brand usually does. What a template brings comes first. Raises Refusal."""
    if brought := sent.get(ALSO, ""):
        days, _stop, resolves = brought.partition(".")
        return numbers({DAYS: days, RESOLVES: resolves})
    if DAYS not in sent:
        return None, 0
    if not sent[DAYS].strip() and not sent.get(RESOLVES, "").strip():
        return 0, 0
    return numbers(sent)


def numbers(sent: Mapping[str, str]) -> tuple[int, int]:
    """Both numbers of days, the second 0 where it is empty. Raises Refusal."""
    days, resolves = sent.get(DAYS, "").strip(), sent.get(RESOLVES, "").strip() or "0"
    if not days:
        raise Refusal(_("Say after how many days they are reminded."), field=DAYS)
    if not all(text.isascii() and text.isdigit() and len(text) < 5 for text in (days, resolves)):
        raise Refusal(_("Say a number of days from 1 to %(most)d.") % {"most": nudging.LONGEST}, field=DAYS)
    nudging.check_days(int(days), int(resolves))
    return int(days), int(resolves)
