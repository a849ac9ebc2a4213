"""What is at stake, and what is to be done, in the language that is active."""

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from makegood.promises import money
from makegood.recovery.golden.stakes import Stake
from makegood.recovery.models import Recovery


def at_stake(stake: Stake) -> str:
    """“€1,250.00 in a year”, or “3 matters in a year” of those who bought nothing."""
    if stake.bought:
        totals = (
            money.told(total, currency, get_language() or "en") for currency, total in sorted(stake.bought.items())
        )
        return _("%(money)s in a year") % {"money": ", ".join(totals)}
    found = ngettext("%(count)d matter in a year", "%(count)d matters in a year", stake.matters)
    return found % {"count": stake.matters}


def next_step(recovery: Recovery) -> str:
    """What comes next."""
    if recovery.responded_at is None:
        return _("They have not heard from us yet.")
    if recovery.is_understood is False:
        return _("They say that we have not understood them.")
    if recovery.is_good is False:
        return _("They say that it is not well yet.")
    return _("They have heard from us. Now put it right.")
