"""Somebody asks for more than they may grant: leads hear at once, again before and after their time, and the asker the answer."""

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from makegood.channels.email import actions as email
from makegood.channels.email.letters import desk_link, moment
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.recovery import wording
from makegood.recovery.models import Ask, AskState
from makegood.staff.models import Role, User


@reacts_to("remedy.asked")
def tell_leads(event: Event) -> None:
    """Whoever may answer, but for who asked."""
    asked = _asked(ref=event.data["ask"])
    if asked is not None and asked.state == AskState.WAITING:
        for user in _who_answers(asked):
            _remind(user, asked, key=f"asked.{asked.ref}")


@reacts_to("promise.at_risk", "promise.final")
def remind(event: Event) -> None:
    """The answer is due soon, or it is late: administrators hear it, too."""
    asked = _asked(ref=event.about) if event.about.startswith("G-") else None
    if asked is not None and asked.state == AskState.WAITING:
        people = {*_who_answers(asked), *User.objects.administrators()} - {asked.asked_by}
        for user in people:
            _remind(user, asked, key=f"{event.name}.{asked.ref}")


@reacts_to("remedy.answered")
def tell_answer(event: Event) -> None:
    """Whoever asked hears what was said."""
    asked = _asked(ref=event.data["ask"])
    if asked is None or asked.answered_by is None:
        return
    user = asked.asked_by
    with translation.override(user.language):
        granted = asked.state == AskState.GRANTED
        subject = _("[%(ref)s] Granted: %(what)s") if granted else _("[%(ref)s] Declined: %(what)s")
        known = {"ref": asked.case.ref, "what": wording.short(asked)}
        text = "\n\n".join(filter(None, [asked.case.subject, asked.answer, str(asked.answered_by), _link(asked)]))
    _tell(user, asked, f"answered.{asked.ref}", subject % known, f"{text}\n")


def _remind(user: User, asked: Ask, *, key: str) -> None:
    with translation.override(user.language):
        subject = _("[%(ref)s] %(name)s asks you to grant: %(what)s") % {
            "ref": asked.case.ref,
            "name": asked.asked_by.name,
            "what": wording.short(asked),
        }
        text = _("%(why)s\n\nPlease answer by %(due)s.\n\n%(subject)s\n%(link)s\n") % {
            "why": asked.why,
            "due": moment(asked.due.due_at, user.timezone),
            "subject": asked.case.subject,
            "link": _link(asked),
        }
    _tell(user, asked, key, subject, text.lstrip())


def _link(asked: Ask) -> str:
    return f"{desk_link(asked.case)}#remedies"


def _who_answers(asked: Ask) -> list[User]:
    """The team's leads; administrators where there is none but who asked."""
    leads = [user for user in User.objects.leads_of(asked.case.team) if user != asked.asked_by]
    return leads or [user for user in User.objects.working().filter(role=Role.ADMIN) if user != asked.asked_by]


def _tell(user: User, asked: Ask, key: str, subject: str, text: str) -> None:
    if user.is_active:
        email.queue_notice(
            key=f"{key}.{user.ref.lower()}", to=user, subject=subject, text=text, case=asked.case, at=timezone.now()
        )


def _asked(*, ref: str) -> Ask | None:
    found = Ask.objects.filter(ref=ref).select_related("case__team", "case__brand", "asked_by", "answered_by", "due")
    return found.first()
