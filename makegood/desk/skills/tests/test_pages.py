"""Skills on the pages: the list, who has them, and the reason that a case tells."""

import pytest
from django.urls import reverse

from makegood.cases import actions as cases
from makegood.cases.actions import kinds, skills
from makegood.cases.actions.skills import Look
from makegood.cases.models import Method, Skill


@pytest.fixture
def repair(refund, owner, now):
    return kinds.add("Repair", names={}, by=owner, at=now)


def why(client, case) -> str:
    return client.get(reverse("case", args=[case.ref])).content.decode()


def test_an_administrator_keeps_the_list_and_says_which_cases_ask(client, owner, repair, hale):
    client.force_login(owner)
    typed = {"name": "Soldering", "name_lt": "Litavimas", "kinds": [repair.pk], "brands": [hale.pk]}
    assert client.post(reverse("skill-new"), typed).url == reverse("skills")
    skill = Skill.objects.get()
    assert (skill.slug, list(skill.kinds.all()), list(skill.brands.all())) == ("soldering", [repair], [hale])
    again = client.post(reverse("skill-new"), typed)
    assert again.status_code == 422 and "There is one of this name already." in again.content.decode()
    client.post(reverse("skill", args=[skill.pk]), {"name": "Solder", "kinds": []})
    skill.refresh_from_db()
    assert (skill.name, skill.kinds.count(), skill.brands.count()) == ("Solder", 0, 0)
    client.post(reverse("skill-retirement", args=[skill.pk]))
    assert "retired" in client.get(reverse("skills")).content.decode()
    client.post(reverse("skill-retirement", args=[skill.pk]), {"again": "1"})
    assert Skill.objects.in_use().get() == skill


def test_a_lead_says_who_has_it_and_the_case_tells_why_they_got_it(
    client, refund, bea, cleo, owner, repair, support, now
):
    skill = skills.add(Look("Soldering", kinds=[repair]), by=owner, at=now)
    kinds.choose(refund, repair, by=bea, at=now)
    client.force_login(cleo)
    where = reverse("rota-team", args=[support.pk])
    client.post(where, {"method": "turn", f"{bea.ref}-skills": [str(skill.pk)], f"{cleo.ref}-most": "5"})
    assert list(skill.people.all()) == [bea]
    assert "Soldering" in client.get(reverse("rota")).content.decode()
    assert cases.route(refund, at=now).owner == bea
    assert "It asks for Soldering, which they have." in why(client, refund)


def test_where_nobody_who_has_it_is_here_another_gets_it_and_the_case_says_so(
    client, refund, bea, cleo, owner, repair, support, now
):
    skill = skills.add(Look("Soldering", brands=[refund.brand]), by=owner, at=now)
    cases.set_method(support, Method.IN_TURN, by=owner, at=now)
    skills.set_skills(bea, [skill], by=cleo, at=now)
    cases.note_absence(bea, since=now, until=now.replace(hour=23), by=bea, at=now)
    assert cases.route(refund, at=now).owner not in (None, bea)
    client.force_login(bea)
    assert "It asks for Soldering, but nobody who has that is here." in why(client, refund)


def test_a_retired_skill_is_asked_for_no_more(client, refund, bea, cleo, owner, support, now):
    skill = skills.add(Look("Soldering", brands=[refund.brand]), by=owner, at=now)
    skills.set_skills(bea, [skill], by=cleo, at=now)
    skills.retire(skill, by=owner, at=now)
    cases.set_method(support, Method.IN_TURN, by=owner, at=now)
    cases.route(refund, at=now)
    client.force_login(bea)
    assert "The rota gave the case" in why(client, refund) and "Soldering" not in why(client, refund)
