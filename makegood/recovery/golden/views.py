"""The page of today's golden mistakes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from makegood.recovery.golden import today, wording
from makegood.recovery.models import Recovery
from makegood.staff.models import Team, User
from makegood.staff.permissions import SEE_ALL, WORK_CASES, may, person, requires


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest) -> HttpResponse:
    """Each team of this person; of those who see all, every team that has somebody to win back."""
    user = person(request)
    teams = _teams(user)
    found = today.of_teams(Recovery.objects.visible_to(user), teams, at=timezone.now())
    shown = [
        {
            "team": team,
            "rows": [
                {"recovery": one.what, "stake": wording.at_stake(one.stake), "next": wording.next_step(one.what)}
                for one in found[team.pk]
            ],
        }
        for team in teams
        if found[team.pk] or not may(user, SEE_ALL)
    ]
    return render(request, "recovery/golden.html", {"shown": shown})


def _teams(user: User) -> list[Team]:
    return list(Team.objects.all() if may(user, SEE_ALL) else user.teams.all())
