"""A template that hands the case over: how that is said below one's words, and what it comes to when they are sent."""

import uuid
from collections.abc import Iterable

from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext as _

from makegood.cases.actions import handing_over_with
from makegood.cases.actions.handing_over_with import HandOver
from makegood.cases.models import Case, Template
from makegood.desk import filling
from makegood.desk.alongside import lines
from makegood.events.refusals import Refusal
from makegood.staff.models import Team, User

ACT = "hand_over"  # its place in what a template does: {"team": key, "owner": key or "", "reason": words}


def said(templates: Iterable[Template], case: Case, user: User) -> dict[str, str]:
    """What the box of each that hands over says, by the template's key. Two questions where there is any."""
    giving = {str(one.pk): one.does[ACT] for one in templates if ACT in one.does}
    if not giving:
        return {}
    teams = _names(Team, {one["team"] for one in giving.values()})
    people = _names(User, {one["owner"] for one in giving.values() if one["owner"]})
    told = {}
    for key, one in giving.items():
        reason = filling.fill(one["reason"], case, user)
        team, name = teams.get(one["team"], ""), people.get(one["owner"], "")
        if name:
            words = _("Hand it over to %(name)s, %(team)s: “%(reason)s”")
        else:
            words = _("Hand it over to the rota of %(team)s: “%(reason)s”")
        if team:
            told[key] = words % {"name": name, "team": team, "reason": reason}
    return told


def read(sent: QueryDict, case: Case, user: User) -> HandOver | None:
    """What is to be offered once the reply has left; None where nothing is ticked. Raises Refusal where the template is
    there no more, or does not hand over any more."""
    key = sent.get(lines.HAND_OVER, "")
    if not key:
        return None
    found = _template(key, case)
    if found is None or ACT not in found.does:
        raise Refusal(_("The template that hands it over is not there any more. Hand it over by hand."))
    one = found.does[ACT]
    wanted = handing_over_with.named(
        {**one, "reason": filling.fill(one["reason"], case, user), "template": str(found.pk)}
    )
    if wanted is None:
        raise Refusal(_("Whom the template hands it over to is not there any more. Hand it over by hand."))
    return wanted


def _template(key: str, case: Case) -> Template | None:
    try:
        found = Template.objects.filter(pk=uuid.UUID(key))
    except ValueError:
        return None
    return found.filter(Q(brand=None) | Q(brand=case.brand_id)).first()


def _names(table: type[Team] | type[User], keys: set[str]) -> dict[str, str]:
    found = table.objects.filter(pk__in=keys).values_list("pk", "name") if keys else []
    return {str(key): name for key, name in found}
