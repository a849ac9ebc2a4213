"""Each working day, in the morning of its own zone, a team is told by mail whom it can still win back."""

import datetime as dt
import uuid
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makegood.brands.models import Brand
from makegood.calendars.compiled import business_calendar
from makegood.calendars.working_days import is_working_day
from makegood.channels.email import actions as email
from makegood.channels.email.letters import moment
from makegood.events import actions as events
from makegood.promises import clock
from makegood.recovery import actions as recovery
from makegood.recovery.golden import today, wording
from makegood.recovery.golden.stakes import Golden
from makegood.recovery.models import Morning, Recovery, Rules
from makegood.staff.models import Team, User
from makegood.staff.notices import choosing
from makegood.staff.notices.kinds import Kind

BEGINS = dt.time(8)
MOST_IN_MAIL = 20


def work(*, at: dt.datetime) -> int:
    """Tell every team whose morning it is and that was not told yet; how many teams."""
    return sum(_tell(team, day, at=at) for team, day in _begun(at))


def _begun(at: dt.datetime) -> list[tuple[Team, dt.date]]:
    """Teams whose working day has begun, by the zone and calendar of the first brand they serve, and were not told."""
    teams = list(Team.objects.filter(brands__isnull=False).distinct().prefetch_related("brands"))
    first = {team: min(team.brands.all(), key=lambda brand: brand.slug) for team in teams}
    begun = [(team, _today(brand, at)) for team, brand in first.items() if _is_morning(brand, at)]
    told = set(Morning.objects.filter(day__in={day for _team, day in begun}).values_list("team", "day"))
    return [(team, day) for team, day in begun if (team.pk, day) not in told]


def _is_morning(brand: Brand, at: dt.datetime) -> bool:
    version = clock.calendar_version(brand.pk, at)
    works = version is None or is_working_day(business_calendar(version), _today(brand, at))
    return works and at.astimezone(ZoneInfo(brand.timezone)).time() >= BEGINS


def _today(brand: Brand, at: dt.datetime) -> dt.date:
    return at.astimezone(ZoneInfo(brand.timezone)).date()


@events.verb
def _tell(team: Team, day: dt.date, *, at: dt.datetime) -> bool:
    """Mails and mark by one transaction. Nobody is written to where there is nobody to win back."""
    found = today.of_teams(Recovery.objects.all(), [team], at=at)[team.pk]
    if not recovery.begin_morning(team, day, count=len(found), at=at):
        return False
    for user in _who_hears(team) if found else []:
        with translation.override(user.language):
            subject, text = _letter(team, found, user)
        email.queue_notice(
            key=f"golden.{team.pk.hex}.{day}.{user.ref.lower()}", to=user, subject=subject, text=text, at=at
        )
    return True


def _who_hears(team: Team) -> list[User]:
    """The leads, and the whole team where that is wished; not those who want no mail."""
    people = User.objects.working().filter(teams=team) if Rules.now().whole_team else User.objects.leads_of(team)
    return choosing.by_mail(people, Kind.GOLDEN)


def _letter(team: Team, found: list[Golden[uuid.UUID]], user: User) -> tuple[str, str]:
    subject = ngettext(
        "%(team)s: %(count)d customer to win back today", "%(team)s: %(count)d customers to win back today", len(found)
    ) % {"team": team.name, "count": len(found)}
    lines = [_line(one, user) for one in today.for_pages(found[:MOST_IN_MAIL])]
    return subject, "\n\n".join([_("Who has most at stake stands first."), *lines, _address("golden")]) + "\n"


def _line(one: Golden[Recovery], user: User) -> str:
    left = ""
    if one.what.responded_at is None:
        left = _("Until %(due)s.") % {"due": moment(one.due_at, user.timezone)}
    told = [str(one.what.customer), wording.at_stake(one.stake), wording.next_step(one.what), left]
    return "\n".join([*filter(None, told), _address("recovery", one.what.ref)])


def _address(name: str, *args: str) -> str:
    return settings.BASE_URL + reverse(name, args=args)
