"""The two forms that give a case away, as they stand before anybody has filled them in.

Written here and not by the forms themselves, which are for what comes back: Django's way from a form to its HTML takes
longer than all else beside the conversation. A test holds both alike.
"""

from collections.abc import Mapping
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from makegood.cases.models import Case
from makegood.desk.forms import REASON_ROWS, Colleagues, HandOverForm, OwnerForm


def choices(case: Case, known: str = "") -> dict[str, SafeString | str]:
    """Both, and their mark. Where a page says that it has those of this mark, only that: on a floor of hundreds their names
    are the most of what it would be sent again and again."""
    mark = f"{case.owner_id or ''}-{case.team_id}"
    if known == mark:
        return {"giving": mark}
    colleagues = Colleagues.of(case)
    return {
        "giving": mark,
        "owner_form": to_colleague(colleagues, owner=str(case.owner_id or "")),
        "handover_form": to_team(colleagues, team=str(case.team_id)),
    }


def to_colleague(colleagues: Colleagues, *, owner: str) -> SafeString:
    """The fields of an OwnerForm, with the owner chosen; "" is the rota."""
    return SafeString(_person(OwnerForm, colleagues, owner))


def to_team(colleagues: Colleagues, *, team: str) -> SafeString:
    """The fields of a HandOverForm, with the team chosen that has the case."""
    teams = _choice(HandOverForm, "team", colleagues.teams, team)
    return SafeString(teams + _person(HandOverForm, colleagues, "") + _reason())


def _person(form: type[OwnerForm], colleagues: Colleagues, chosen: str) -> str:
    return _choice(form, "owner", {"": form.rota(), **form.among(colleagues)}, chosen)


def _choice(form: type[OwnerForm], name: str, options: Mapping[str, str], chosen: str) -> str:
    written = "".join(
        f'<option value="{escape(key)}"{" selected" if key == chosen else ""}>{escape(called)}</option>'
        for key, called in options.items()
    )
    field = form.ids % name
    return f'{_opened(form, name, "select")}<select name="{name}" id="{field}">{written}</select></div>'


def _reason() -> str:
    field, most = HandOverForm.ids % "reason", HandOverForm.base_fields["reason"].max_length  # type: ignore[attr-defined]
    return (
        f'{_opened(HandOverForm, "reason", "textarea")}<textarea name="reason" cols="40" rows="{REASON_ROWS}"'
        f' maxlength="{most}" required id="{field}"></textarea></div>'
    )


def _opened(form: type[OwnerForm], name: str, kind: str) -> str:
    """A field up to its control, as ui/fields.py has it."""
    field = form.base_fields[name]
    optional = "" if field.required else f' <span class="optional">{escape(_("(optional)"))}</span>'
    return (
        f'<div class="field" data-kind="{kind}">'
        f'<label for="{form.ids % name}">{escape(str(field.label))}{optional}</label>'
    )
