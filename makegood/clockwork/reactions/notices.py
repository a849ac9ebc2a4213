"""Telling staff: before a promise breaks and after, when their customer wrote, when a case becomes theirs."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from makegood.cases.models import Case, Message, Shelf
from makegood.channels.email.letters import desk_link, moment
from makegood.channels.email.models import Outgoing
from makegood.clockwork.telling import tell
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.promises import sentences
from makegood.promises.models import Commitment, State
from makegood.recovery.models import Remedy
from makegood.staff.models import Role, User
from makegood.staff.notices import actions as notices
from makegood.staff.notices.kinds import Kind

QUIET_FOR = dt.timedelta(minutes=10)
EXCERPT = 600


@reacts_to("case.deleted")
def forget(event: Event) -> None:
    """What people were told of it stands on their pages no more, and waits for no digest."""
    case = Case.objects.filter(ref=event.about, shelf=Shelf.DELETED).first()
    if case is not None:
        notices.erase_words(Case.objects.part_of(case).values("ref"))


@reacts_to("promise.at_risk")
def warn(event: Event) -> None:
    """Owner and lead hear while there is still time."""
    case, commitment = _both(event)
    if case is None or commitment is None or commitment.state != State.OPEN or commitment.due_at is None:
        return
    for user in _answerable(case):
        with translation.override(user.language):
            subject = _("[%(ref)s] Due soon: %(promise)s") % {
                "ref": case.ref,
                "promise": sentences.name(commitment.key),
            }
            text = _("%(sentence)s\n\nIt is due on %(due)s.\n\n%(subject)s\n%(link)s\n") % {
                "sentence": sentences.of_commitment(commitment),
                "due": moment(commitment.due_at, user.timezone),
                "subject": case.subject,
                "link": desk_link(case),
            }
        _tell(user, case, Kind.RISK, f"risk.{commitment.pk.hex}.{int(commitment.due_at.timestamp())}", subject, text)


@reacts_to("promise.final")
def tell_broken(event: Event) -> None:
    """Owner and lead hear that a promise is broken, once that is certain; done late is better than not at all."""
    case, commitment = _both(event)
    if case is None or commitment is None or commitment.state != State.BROKEN:
        return
    for user in _answerable(case):
        with translation.override(user.language):
            subject = _("[%(ref)s] Promise broken: %(promise)s") % {
                "ref": case.ref,
                "promise": sentences.name(commitment.key),
            }
            text = _("%(sentence)s\n\nThat was not kept. It can still be made good:\n\n%(subject)s\n%(link)s\n") % {
                "sentence": sentences.of_commitment(commitment),
                "subject": case.subject,
                "link": desk_link(case),
            }
        _tell(user, case, Kind.BROKEN, f"broken.{commitment.pk.hex}", subject, text)


def _nobody_hears(data: dict[str, Any]) -> bool:
    """Most words come while a case is nobody's; and a case that is opened again without a message has none to tell of."""
    return not data.get("message") or not data.get("owned", True)


@reacts_to("customer.wrote", "case.asked", "note.written", unless=_nobody_hears)
def tell_words(event: Event) -> None:
    """The owner hears that the customer wrote, or somebody whose words are kept as a note; at most once in ten minutes a
    case."""
    if event.name == "note.written" and event.by:
        return  # one of ours
    message = _message(event)
    if message is None or message.case.owner is None or message.case.shelf != Shelf.NONE:
        return
    case, user = message.case, message.case.owner
    if _told_lately(user, case):
        return
    with translation.override(user.language):
        name = message.sender_name or message.sender or case.customer.name or _("The customer")
        subject = _("[%(ref)s] %(name)s wrote") % {"ref": case.ref, "name": name}
        text = f"{case.subject}\n\n{message.text[:EXCERPT]}\n\n{desk_link(case)}\n"
    _tell(user, case, Kind.WORDS, f"words.{message.pk.hex}", subject, text)


@reacts_to("case.assigned", "case.handed_over", "case.routed")
def tell_owner(event: Event) -> None:
    """Somebody else, or the rota, gave you a case."""
    case = _case(event)
    if case is None or case.owner is None or case.owner.key == event.by or event.data.get("owner") != case.owner.key:
        return
    note = _message(event)
    with translation.override(case.owner.language):
        subject = _("[%(ref)s] is yours now") % {"ref": case.ref}
        text = f"{case.subject}\n\n{note.text if note else ''}\n\n{desk_link(case)}\n"
    _tell(case.owner, case, Kind.YOURS, f"yours.{event.pk.hex}", subject, text)


@reacts_to("reply.failed")
def tell_failed(event: Event) -> None:
    """Whoever wrote a reply, and whoever owns the case, hear that it did not arrive."""
    message = _message(event)
    if message is None or message.staff is None:
        return
    case = message.case
    for user in {one.pk: one for one in (message.staff, case.owner) if one is not None}.values():
        with translation.override(user.language):
            subject = _("[%(ref)s] A reply was not delivered") % {"ref": case.ref}
            text = f"{case.subject}\n\n{message.trouble}\n\n{desk_link(case)}\n"
        _tell(user, case, Kind.FAILED, f"failed.{event.pk.hex}", subject, text)


@reacts_to("remedy.undelivered", "letter.lost")
def tell_lost(event: Event) -> None:
    """The owner hears that a letter of ours did not arrive; of a case that nobody has, the leads."""
    owed = Remedy.objects.filter(pk=event.data["remedy"]).first() if "remedy" in event.data else None
    case = owed.case.present if owed is not None and owed.case is not None else _case(event)
    if case is None or (owed is not None and not owed.undelivered):
        return
    for user in [case.owner] if case.owner else _answerable(case):
        with translation.override(user.language):
            if event.name == "remedy.undelivered":
                subject = _("[%(ref)s] The letter of what they get was not delivered") % {"ref": case.ref}
            else:
                subject = _("[%(ref)s] A letter was not delivered") % {"ref": case.ref}
            text = f"{case.subject}\n\n{desk_link(case)}\n"
        _tell(user, case, Kind.FAILED, f"lost.{event.pk.hex}", subject, text)


def _answerable(case: Case) -> list[User]:
    """The owner and the leads of the team; administrators where a team has neither."""
    people: dict[object, User] = {}
    found: Iterable[User] = [case.owner] if case.owner else []
    for user in [*found, *User.objects.leads_of(case.team)]:
        people[user.pk] = user
    if not people:
        people = {user.pk: user for user in User.objects.working().filter(role=Role.ADMIN)}
    return list(people.values())


def _tell(user: User, case: Case, kind: Kind, key: str, subject: str, text: str) -> None:
    tell(user, kind, key=f"{key}.{user.ref.lower()}", subject=subject, text=text, case=case, at=timezone.now())


def _told_lately(user: User, case: Case) -> bool:
    since = timezone.now() - QUIET_FOR
    return Outgoing.objects.filter(case=case, staff=user, kind=Outgoing.Kind.NOTICE, made_at__gt=since).exists()


def _message(event: Event) -> Message | None:
    key = event.data.get("message")
    found = Message.objects.filter(pk=str(key)) if key else Message.objects.none()
    return found.select_related("case__owner", "case__brand", "staff").first()


def _case(event: Event) -> Case | None:
    cases = Case.objects.filter(ref=event.about, shelf=Shelf.NONE)
    return cases.select_related("brand", "team", "owner", "customer").first()


def _both(event: Event) -> tuple[Case | None, Commitment | None]:
    commitment = Commitment.objects.filter(pk=event.data["commitment"]).select_related("line").first()
    return _case(event), commitment
