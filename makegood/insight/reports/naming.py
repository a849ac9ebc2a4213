"""What the parts of a report are called: brands, teams and people by name, channels and languages in words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from makegood.brands.models import Brand
from makegood.insight import words
from makegood.insight.models import Dimension
from makegood.insight.reports.asking import By
from makegood.staff.models import Team, User


def names(by: str, keys: Iterable[str]) -> dict[str, str]:
    """By key; "" is nobody in person."""
    wanted = [key for key in keys if key]
    if by == By.BRAND:
        found = {str(one.pk): one.name for one in Brand.objects.filter(pk__in=wanted)}
    elif by == By.TEAM:
        found = {str(one.pk): one.name for one in Team.objects.filter(pk__in=wanted)}
    elif by == Dimension.PERSON:
        found = {str(one.pk): one.name for one in User.objects.filter(pk__in=wanted)}
    else:
        say = words.channel if by == Dimension.CHANNEL else words.language
        found = {key: say(key) for key in wanted}
    return found | {"": _("Nobody in person: the team’s rota")}


def labels() -> dict[str, str]:
    """What each way of parting is called."""
    return {
        By.BRAND: _("Brand"),
        By.TEAM: _("Team"),
        Dimension.PERSON.value: _("Person"),
        Dimension.CHANNEL.value: _("Channel"),
        Dimension.LANGUAGE.value: _("Language"),
    }
