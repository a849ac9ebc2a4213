"""A case is resolved: its customer is asked how they see it. What they tell reaches the owner, and a low answer opens a
recovery."""

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from makegood.cases.models import Case, CaseState, Message, MessageKind, Shelf
from makegood.channels.email import actions as email
from makegood.channels.email import asking
from makegood.channels.email.letters import desk_link
from makegood.clockwork.telling import tell
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.feedback import actions as feedback
from makegood.feedback.models import Closing
from makegood.recovery import actions as recovery
from makegood.staff.notices.kinds import Kind


@reacts_to("case.resolved")
def ask(event: Event) -> None:
    """By a mail of its own, where no reply resolved it: such a reply asks by itself (reactions/replies.py)."""
    case = Case.objects.filter(ref=event.about, shelf=Shelf.NONE).for_pages().first()
    if case is None or case.state != CaseState.RESOLVED or not event.by:
        return  # or resolved by itself after silence, which a letter of its own tells
    replies = Message.objects.filter(case=case, kind=MessageKind.REPLY, resolves=True, at=event.at)
    if any(message.to for message in replies) or not asking.may_ask(case):
        return
    at = timezone.now()
    if feedback.ask(case, at=at) is not None:
        email.queue_asking(case, at=at)


@reacts_to("feedback.given", unless=lambda data: not (data.get("low") or data.get("differs")))
def tell_owner(event: Event) -> None:
    """They see it otherwise than we do, or it went badly: the owner reads it first."""
    closing = _closing(event)
    if closing is None or closing.seen_at is not None:
        return
    case = closing.case.present
    user = case.owner
    if user is None:
        return
    with translation.override(user.language):
        subject = _("[%(ref)s] How the customer sees it") % {"ref": case.ref}
        told = closing.theirs
        went = closing.get_their_went_display() if told.went else ""
        solved = (
            {True: _("It is solved."), False: _("It is not solved.")}.get(told.solved, "")
            if told.solved is not None
            else ""
        )
        lines = [told.needed, str(went), solved, case.subject, f"{desk_link(case)}#accounts"]
    tell(
        user, Kind.ACCOUNT, key=f"account.{closing.pk.hex}.{int(event.at.timestamp())}", subject=subject,
        text="\n\n".join(filter(None, lines)) + "\n", case=case, url=lines[-1], at=timezone.now(),
    )  # fmt: skip


@reacts_to("feedback.given", unless=lambda data: not data.get("low"))
def win_back(event: Event) -> None:
    """A low answer that still stands."""
    closing = _closing(event)
    if closing is not None and closing.theirs.is_low:
        recovery.notice_low_answer(closing.case.present, key=str(closing.pk), at=timezone.now())


def _closing(event: Event) -> Closing | None:
    found = Closing.objects.filter(pk=event.data["closing"])
    return found.select_related("case__owner", "case__brand", "case__customer", "case__team").first()
