"""Founding the organisation, opening and changing its brands."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import gettext as _

from makegood.brands.events import ORGANISATION, BrandEdited, BrandOpened, Founded, OrganisationEdited
from makegood.brands.models import Brand, Organisation
from makegood.brands.tones import Tone
from makegood.calendars.models import Calendar
from makegood.calendars.places import is_time_zone
from makegood.events import actions as events
from makegood.events.models import Origin
from makegood.events.refusals import Refusal
from makegood.staff.models import Team

RESERVED = {"new"}  # the page that opens a brand


@events.verb
def found_organisation(*, name: str, country: str, is_demo: bool = False, at: dt.datetime) -> Organisation:
    """Make the one organisation of this installation. Raises Refusal when there is one already."""
    if Organisation.objects.exists():
        raise Refusal(_("Makegood is already set up here."))
    organisation = Organisation(
        name=_named(name, _("The organisation needs a name.")), country=country, set_up_at=at, is_demo=is_demo
    )
    organisation.save(force_insert=True)
    events.record(Founded(country=country, is_demo=is_demo), about=ORGANISATION, at=at)
    return organisation


@events.verb
def edit_organisation(
    organisation: Organisation, *, name: str, country: str, tracks_time: bool = False, by: str, at: dt.datetime
) -> Organisation:
    """Change the company's name and country, and whether its staff note how long they work on cases."""
    organisation.name = _named(name, _("The organisation needs a name."))
    organisation.country = country
    organisation.tracks_time = tracks_time
    organisation.save(update_fields=["name", "country", "tracks_time"])
    events.record(OrganisationEdited(country=country), about=ORGANISATION, by=by, at=at)
    return organisation


@events.verb
def open_brand(
    *,
    name: str,
    languages: Sequence[str],
    timezone: str,
    calendar: Calendar,
    teams: Iterable[Team] = (),
    host: str = "",
    by: str,
    at: dt.datetime,
    origin: str = Origin.LIVE,
) -> Brand:
    """Open a new face towards customers. The first of `languages` is the one of first resort."""
    brand = Brand(
        slug=_free_slug(name),
        name=_named(name, _("A brand needs a name.")),
        host=_checked_host(host),
        languages=checked_languages(languages),
        timezone=_checked_time_zone(timezone),
        calendar=calendar,
    )
    brand.save(force_insert=True)
    brand.teams.set(teams)
    facets = {"brand": brand.key}
    events.record(BrandOpened(brand=brand.key), about=brand.key, by=by, at=at, facets=facets, origin=origin)
    return brand


@events.verb
def edit_brand(
    brand: Brand,
    *,
    name: str,
    languages: Sequence[str],
    timezone: str,
    calendar: Calendar,
    teams: Iterable[Team],
    host: str = "",
    signature: dict[str, str] | None = None,
    friendly_signature: dict[str, str] | None = None,
    tone: str = Tone.FORMAL,
    greets: bool = True,
    nudge_days: int = 0,
    nudge_resolves: int = 0,
    by: str,
    at: dt.datetime,
) -> Brand:
    """Change a brand; its slug stays, so links do. `signature` maps languages to lines under our mails, and so does
    `friendly_signature`; `tone` is the usual one. `nudge_days`: of silence after which customers are
    reminded, 0: never; `nudge_resolves`: days after that until the case is resolved, 0: it is not."""
    brand.name = _named(name, _("A brand needs a name."))
    brand.host = _checked_host(host, of=brand)
    brand.languages = checked_languages(languages)
    brand.timezone = _checked_time_zone(timezone)
    brand.calendar = calendar
    brand.signature, brand.friendly_signature = _written(signature), _written(friendly_signature)
    brand.tone = Tone(tone)
    brand.greets, brand.nudge_days, brand.nudge_resolves = greets, nudge_days, nudge_resolves
    brand.save()
    brand.teams.set(teams)
    events.record(BrandEdited(brand=brand.key), about=brand.key, by=by, at=at, facets={"brand": brand.key})
    return brand


def checked_languages(languages: Sequence[str]) -> list[str]:
    """Each language once, in the order given. Raises Refusal for none, or for one we do not speak."""
    known = dict(settings.LANGUAGES)
    for language in languages:
        if language not in known:
            raise Refusal(_("Makegood does not speak “%(language)s” yet.") % {"language": language})
    if not languages:
        raise Refusal(_("A brand speaks at least one language."))
    return list(dict.fromkeys(languages))


def _written(texts: dict[str, str] | None) -> dict[str, str]:
    return {language: text for language, text in (texts or {}).items() if text.strip()}


def _named(name: str, missing: str) -> str:
    name = " ".join(name.split())[:120]
    if not name:
        raise Refusal(missing)
    return name


def _checked_time_zone(name: str) -> str:
    if not is_time_zone(name):
        raise Refusal(_("“%(name)s” is not a time zone. Write it like Europe/Vilnius.") % {"name": name})
    return name


def _checked_host(host: str, *, of: Brand | None = None) -> str:
    host = host.strip().lower().rstrip(".")
    holder = Brand.objects.at_host(host)
    if holder and holder != of:
        raise Refusal(_("Another brand already stands under %(host)s.") % {"host": host}, field="host")
    return host


def _free_slug(name: str) -> str:
    """A short name for addresses: from the name if it has Latin letters, else `brand`; numbered if taken."""
    stem = slugify(name)[:34].strip("-") or "brand"
    taken = {*RESERVED, *Brand.objects.filter(slug__startswith=stem).values_list("slug", flat=True)}
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(slug for slug in numbered if slug not in taken)
