"""Naming colleagues in a note: who can be named, who is meant, and that they are told."""

import datetime as dt
import uuid
from collections.abc import Mapping

from django.utils.translation import gettext as _

from makegood.cases import events, mentions
from makegood.cases.mentions import Mentioned
from makegood.cases.models import Case, Mention, Message
from makegood.events.actions import record
from makegood.events.refusals import Refusal
from makegood.staff import permissions
from makegood.staff.models import Team, User


def people() -> dict[uuid.UUID, str]:
    """Everybody who works on cases, by key, in the order of their names."""
    roles = [role for role, abilities in permissions.ABILITIES.items() if permissions.WORK_CASES in abilities]
    return dict(User.objects.working().filter(role__in=roles).order_by("name").values_list("pk", "name"))


def teams() -> dict[uuid.UUID, str]:
    """Every team, likewise."""
    return dict(Team.objects.order_by("name").values_list("pk", "name"))


def read(text: str) -> Mentioned:
    """Whom a text names. No query where it has no `@`."""
    return _read(text, {**people(), **teams()}) if mentions.has_sign(text) else Mentioned()


def mention(case: Case, message: Message, *, by: User, at: dt.datetime) -> None:
    """Name in a note whom its words name, and of a team all who work in it; nobody names themselves. Called by *note*, in
    its transaction. Raises Refusal where words may be one of several."""
    if not mentions.has_sign(message.text):
        return
    known, named_teams = people(), teams()
    keys = set(_read(message.text, {**known, **named_teams}).keys)
    if named := keys & named_teams.keys():
        keys |= set(User.objects.filter(teams__in=named).values_list("pk", flat=True))
    for user in User.objects.filter(pk__in=(keys & known.keys()) - {by.pk}).order_by("pk"):
        told = Mention(message=message, staff=user)
        told.save(force_insert=True)
        record(events.ColleagueNamed(mention=str(told.pk), case=case.ref), about=user.key, at=at, by=by.key)


def _read(text: str, names: Mapping[uuid.UUID, str]) -> Mentioned:
    found = mentions.find(text, names)
    for word, meant in found.unclear:
        told = _("“@%(word)s” may be one of several: %(names)s. Write the whole name.")
        raise Refusal(told % {"word": word, "names": ", ".join(meant)}, field="text")
    return found
