"""Why the rota gave a case to somebody, in words."""

from collections.abc import Iterable, Mapping
from typing import Any

from babel.lists import format_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makegood.cases.models import Method
from makegood.cases.routing.choosing import Rule
from makegood.cases.routing.preferring import Skilled
from makegood.ui.wording import locale


def told(data: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """The reasons in `case.routed`, as whole sentences. `names`: of skills, by their keys."""
    code = str(data.get("language", ""))
    language = str(locale().languages.get(code, code))
    held = int(data.get("open", 0))
    said = [_of_rule(str(data.get("rule", "")), language)]
    if data.get("skilled"):
        said.append(_of_skills(data, names))
    if data.get("method") == Method.LEAST_LOADED:
        said.append(
            ngettext(
                "Of those, they had the fewest open cases: %(count)d.",
                "Of those, they had the fewest open cases: %(count)d.",
                held,
            )
            % {"count": held}
        )
    else:
        said.append(_("Of those, it was their turn."))
    if data.get("before"):
        said.append(_("Whoever had it before is away."))
    return " ".join(said)


def _of_rule(rule: str, language: str) -> str:
    match rule:
        case Rule.SPEAKS_THOUGH_FULL:
            words = _("A promise is at risk, and who speaks %(language)s and is here has no room left.")
        case Rule.NOBODY_SPEAKS:
            words = _("Nobody of the team speaks %(language)s, so that anybody with room may get it.")
        case Rule.NOBODY_HERE_SPEAKS:
            words = _("A promise is at risk, and nobody who speaks %(language)s is here.")
        case Rule.THOUGH_FULL:
            words = _("A promise is at risk, and nobody who is here has room left.")
        case _:
            words = _("It goes to who is here, speaks %(language)s and has room.")
    return words % {"language": language}


def _of_skills(data: Mapping[str, Any], names: Mapping[str, str]) -> str:
    asked, had = (_listed(data.get(which, ()), names) for which in ("asked", "had"))
    match str(data["skilled"]):
        case Skilled.HAS if data["asked"] == data["had"]:
            words = _("It asks for %(asked)s, which they have.")
        case Skilled.HAS:
            words = _("It asks for %(asked)s; they have %(had)s, and nobody to whom it could go has more.")
        case Skilled.HAS_NO_ROOM:
            words = _("It asks for %(asked)s, but whoever has that and is here has no room or not the language.")
        case Skilled.NOT_HERE:
            words = _("It asks for %(asked)s, but nobody who has that is here.")
        case _:
            words = _("It asks for %(asked)s, but nobody of the team has that.")
    return words % {"asked": asked, "had": had}


def _listed(keys: Iterable[str], names: Mapping[str, str]) -> str:
    return format_list([names.get(key, _("a skill")) for key in keys], locale=locale())
