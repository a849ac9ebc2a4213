"""Delivery reports: which mail of ours did not arrive, told only by a report that names it."""

import datetime as dt

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.channels.email.actions import lost_letters, outside
from makegood.channels.email.matching import storable
from makegood.channels.email.models import Outgoing
from makegood.channels.email.parsing import ParsedMail
from makegood.customers import actions as customers
from makegood.customers.addresses import fold

State = Outgoing.State
RECENT = 20


def concern(mail: ParsedMail, placed: Case | None, *, at: dt.datetime) -> tuple[Case | None, str]:
    """The case that a report concerns, and what it means. Part of the verb that takes the report in.

    Anybody can write a bounce: it counts only when it names our Message-ID, or came to the address with the token of
    the case (`placed`), and an address that we sent to.
    """
    bounce = mail.bounce
    failed = {fold(address) for address in bounce.recipients} if bounce else set()
    outgoing = _named(mail) or _last_to(failed, placed)
    if outgoing is None:
        return placed, "It names no mail of ours." if placed else ""
    # What was asked of a third party is no part of the conversation with the customer.
    case = outgoing.case if outgoing.outside is None else None
    if bounce is None or bounce.temporary:
        return case, "delayed" if bounce else "report"
    ours = {fold(address) for address in outgoing.envelope}
    # A report that does not say whom it is about is believed where there was only one.
    lost = failed & ours if failed else ours if len(ours) == 1 else set()
    if not lost:
        return case, "It names no address that we wrote to."
    if fold(outgoing.addressees[0]) in lost and not _mark_bounced(
        outgoing, explanation=storable(bounce.diagnostic), at=at
    ):
        return case, "not delivered, as was known"
    for address in lost:
        customers.note_failing(address=address, at=at)
    return case, "not delivered"


def _mark_bounced(outgoing: Outgoing, *, explanation: str, at: dt.datetime) -> bool:
    """The one whom it was written to has not got it; False where that was known. A copy that is lost leaves it sent."""
    sent = Outgoing.objects.filter(pk=outgoing.pk, state__in=(State.WAITING, State.SENT))
    if not sent.update(state=State.BOUNCED, trouble=explanation[:2000]):
        return False
    outside.note_undelivered(outgoing, explanation=explanation, at=at)
    lost_letters.note(outgoing, explanation=explanation, at=at)
    if outgoing.delivers is not None:
        cases.mark_failed(outgoing.delivers, reason="bounce", explanation=explanation, at=at)
    return True


def _named(mail: ParsedMail) -> Outgoing | None:
    """The mail of ours that a report names."""
    original = mail.bounce.original_message_id if mail.bounce else ""
    named = [one for one in (original, mail.in_reply_to, *mail.references) if one and one.isprintable()]
    sent = Outgoing.objects.filter(identifier__in=named[:RECENT]).select_related("case", "message__case")
    return sent.first() if named else None


def _last_to(failed: set[str], case: Case | None) -> Outgoing | None:
    """Our last mail in a case to one of these addresses."""
    if case is None or not failed:
        return None
    sent = Outgoing.objects.filter(case=case, state=State.SENT).select_related("case", "message__case")
    recent = sent.order_by("-sent_at")[:RECENT]
    return next((one for one in recent if failed & {fold(to) for to in one.envelope}), None)
