"""Delivery reports: which mail of ours did not arrive, told only by a report that names it."""

import datetime as dt

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.channels.email.models import Outgoing
from makegood.channels.email.parsing import ParsedMail
from makegood.customers import actions as customers
from makegood.customers.addresses import fold


def concern(mail: ParsedMail, *, at: dt.datetime) -> tuple[Case | None, str]:
    """The case that a report concerns, and what it means. Part of the verb that takes the report in.

    Anybody can write a bounce: it counts only when it names our Message-ID and an address that we sent it to.
    """
    bounce = mail.bounce
    named = [bounce.original_message_id] if bounce and bounce.original_message_id else []
    named += [mail.in_reply_to, *mail.references]
    sent = Outgoing.objects.filter(identifier__in=[one for one in named if one]).select_related("case", "message__case")
    outgoing = sent.first()
    if outgoing is None:
        return None, ""
    if bounce is None or bounce.temporary:
        return outgoing.case, "delayed" if bounce else "report"
    failed = {fold(address) for address in bounce.recipients}
    ours = {fold(address) for address in (*outgoing.to, *outgoing.cc)}
    if failed and not failed & ours:
        return outgoing.case, "It names an address that we did not write to."
    Outgoing.objects.filter(pk=outgoing.pk).update(state=Outgoing.State.BOUNCED, trouble=bounce.diagnostic[:2000])
    for address in failed & ours:
        customers.note_failing(address=address, at=at)
    first = fold(outgoing.to[0]) if outgoing.to else ""
    if outgoing.message is not None and (not failed or first in failed):
        cases.mark_failed(outgoing.message, reason="bounce", explanation=bounce.diagnostic, at=at)
    return outgoing.case, "not delivered"
