"""What the parts of a report are called: brands, teams, people, kinds and choices by name, channels and languages in words."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from makegood.brands.models import Brand
from makegood.cases.models import Field, Kind
from makegood.insight import words
from makegood.insight.models import Dimension
from makegood.insight.reports.asking import By
from makegood.staff.models import Team, User


def names(by: str, keys: Iterable[str]) -> dict[str, str]:
    """By key; "" is nobody in person, or no kind. `by`: as in an address; of a field its choices' keys."""
    wanted = [key for key in keys if key]
    if by == By.BRAND:
        found = {str(one.pk): one.name for one in Brand.objects.filter(pk__in=wanted)}
    elif by == By.TEAM:
        found = {str(one.pk): one.name for one in Team.objects.filter(pk__in=wanted)}
    elif by == Dimension.PERSON:
        found = {str(one.pk): one.name for one in User.objects.filter(pk__in=wanted)}
    elif by == Dimension.KIND:
        return {str(one.pk): str(one) for one in Kind.objects.filter(pk__in=wanted)} | {"": _("No kind chosen")}
    elif by.startswith(Dimension.FIELD):
        found = _choices(wanted)
    else:
        say = words.channel if by == Dimension.CHANNEL else words.language
        found = {key: say(key) for key in wanted}
    return found | {"": _("Nobody in person: the team’s rota")}


def _choices(keys: Iterable[str]) -> dict[str, str]:
    """Of "key of the field:slug" what the choice is called."""
    pairs = {key: key.partition(":")[::2] for key in keys}
    fields = {str(one.pk): one for one in Field.objects.filter(pk__in={field for field, _slug in pairs.values()})}
    return {key: fields[field].choice(slug) for key, (field, slug) in pairs.items() if field in fields}


def labels(fields: Sequence[Field] = ()) -> dict[str, str]:
    """What each way of parting is called."""
    return {f"{Dimension.FIELD}:{field.pk}": str(field) for field in fields} | {
        By.BRAND: _("Brand"),
        By.TEAM: _("Team"),
        Dimension.PERSON.value: _("Person"),
        Dimension.CHANNEL.value: _("Channel"),
        Dimension.LANGUAGE.value: _("Language"),
        Dimension.KIND.value: pgettext("of a case", "Kind"),
    }
