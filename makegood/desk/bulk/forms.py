"""What is chosen to be done to many cases."""

import re
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from makegood.cases.actions.bulk import Wanted
from makegood.cases.models import Deed, Kind, Playbook, Problem
from makegood.events.refusals import Refusal
from makegood.staff.models import Team, User

KEY = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
MOST_LETTERS = 2000
ASKS = {Deed.START: "playbook", Deed.TICK: "step"}
FIELDS = ("tags", "owner", "team", "reason", "problem", "kind")  # at which it can be said what is wrong
WITH_WORDS = (Deed.TAG, Deed.UNTAG, Deed.HAND_OVER, Deed.TICK)


def asks(typed: QueryDict) -> Deed | None:
    """The act that is wanted, where it is not said yet which playbook is to be started, or which step ticked."""
    return next((deed for deed, name in ASKS.items() if typed.get("act") == deed and name not in typed), None)


def wanted(typed: QueryDict, *, by: User) -> Wanted:
    """The act whose button was pressed (`act`), with what it takes. Raises Refusal."""
    act = typed.get("act", "")
    if act not in Deed.values:
        raise Refusal(_("Choose what is to be done."))
    deed = Deed(act)
    words = typed.get("reason" if deed == Deed.HAND_OVER else "tags", "")[:MOST_LETTERS].replace("\r\n", "\n")
    owner = team = problem = kind = playbook = None
    if deed == Deed.GIVE and (named := typed.get("owner", "")):
        owner = _named(User.objects.working(), str(named), _("Choose a colleague, or the rota."), "owner")
    if deed == Deed.HAND_OVER:
        team = _named(Team.objects.all(), str(typed.get("team", "")), _("Choose the team."), "team")
    if deed == Deed.TELL:
        raise Refusal(_("All customers are told on the page of the known problem."))
    if deed == Deed.TIE:
        problem = Problem.objects.filter(ref=str(typed.get("problem", "")).strip().upper()[:12]).first()
    if deed == Deed.KIND and (named := typed.get("kind", "")):
        kind = _named(Kind.objects.in_use(), str(named), _("Choose a kind from the list."), "kind")
    if deed == Deed.START:
        offered = Playbook.objects.in_use().visible_to(by)
        playbook = _named(offered, str(typed.get("playbook", "")), _("Choose the playbook."))
    if deed == Deed.TICK:
        # A step is named by the key of its playbook and its words.
        key, _blank, words = str(typed.get("step", ""))[:MOST_LETTERS].partition(" ")
        playbook = _named(Playbook.objects.all(), key, _("Choose the step."))
    return Wanted(
        deed,
        problem=problem,
        kind=kind,
        owner=owner,
        team=team,
        playbook=playbook,
        words=words if deed in WITH_WORDS else "",
    )


def typed_again(sent: QueryDict, refusal: Refusal) -> dict[str, Any]:
    """What was ticked and typed, and what is wrong with it, at its field, for the list to be shown once more."""
    field = refusal.field if refusal.field in FIELDS else ""
    kept = {name: sent.get(name, "")[:MOST_LETTERS] for name in (*FIELDS, "all")}
    return {"told": str(refusal), "field": field, "refs": set(sent.getlist("case")), "sent": kept}


def _named(rows: QuerySet[Any], key: str, otherwise: str, field: str = "") -> Any:
    found = rows.filter(pk=key).first() if KEY.fullmatch(key) else None
    if found is None:
        raise Refusal(otherwise, field=field)
    return found
