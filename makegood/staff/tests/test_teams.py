import pytest
from django.urls import reverse

from makegood.events.refusals import Refusal
from makegood.staff import actions as staff
from makegood.staff.models import Team


def test_an_administrator_makes_and_changes_a_team(client, hale, owner, bea, cleo):
    client.force_login(owner)
    client.post(reverse("team-new"), {"name": " Repairs ", "members": [bea.pk]})
    team = Team.objects.get(name="Repairs")
    assert list(team.members.all()) == [bea]
    client.post(reverse("team", args=[team.pk]), {"name": "Workshop", "members": [cleo.pk]})
    team.refresh_from_db()
    assert (team.name, list(team.members.all())) == ("Workshop", [cleo])
    assert "Workshop" in client.get(reverse("teams")).content.decode()


def test_two_teams_have_two_names(client, hale, owner, support, now):
    client.force_login(owner)
    assert "already a team" in client.post(reverse("team-new"), {"name": "Support"}).content.decode()
    with pytest.raises(Refusal):
        staff.make_team(name=" ", by="", at=now)
    staff.edit_team(support, name="Support", members=[], by="", at=now)
