"""The rota is seen by its people, absences are noted by who is away or leads them, and only leads change a team's."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Absence, Duty, Method, Rota
from makegood.conftest import person
from makegood.staff.models import Role

DAY = dt.timedelta(days=1)


@pytest.fixture
def today():
    return timezone.now()


def shown(client, user):
    client.force_login(user)
    return client.get(reverse("rota")).content.decode()


def typed(who, since, until):
    return {"who": who.pk, "since": since.date().isoformat(), "until": until.date().isoformat()}


def test_she_sees_who_is_here_how_full_and_who_is_away(client, refund, bea, cleo, support, today):
    cases.assign(refund, owner=bea, by=bea, at=today)
    cases.set_duty(bea, most=5, languages=["lt", "en"], hours=None, by=cleo, at=today)
    cases.set_method(support, Method.LEAST_LOADED, by=cleo, at=today)
    cases.note_absence(cleo, since=today - DAY, until=today + 3 * DAY, by=cleo, at=today)
    page = shown(client, bea)
    assert "1 of 5" in page and "Lietuviškai" in page and "fewest open cases" in page
    assert "away until" in page and "Change the rota" not in page
    assert "Cleo" not in page.split("Absences")[1], "whose absences are not hers to change are not listed"
    assert "Change the rota of Support" in shown(client, cleo)


def test_she_notes_that_she_is_away_and_takes_it_back(client, hale, bea, support, today):
    client.force_login(bea)
    client.post(reverse("absences"), typed(bea, today, today + 7 * DAY))
    absence = Absence.objects.get()
    assert absence.user == bea and absence.since.astimezone(dt.UTC).date() <= today.date()
    assert "back on" in shown(client, bea)
    client.post(reverse("absence-removal", args=[absence.pk]))
    assert not Absence.objects.exists()


def test_days_that_make_no_sense_are_said_so_and_stay_typed(client, hale, bea, support, today):
    client.force_login(bea)
    wrong = client.post(reverse("absences"), typed(bea, today + 2 * DAY, today + DAY))
    assert wrong.status_code == 422
    assert "lies after the first day away" in wrong.content.decode()
    assert (today + 2 * DAY).date().isoformat() in wrong.content.decode()
    gone = client.post(reverse("absences"), typed(bea, today - 9 * DAY, today - 5 * DAY))
    assert "That has gone by" in gone.content.decode()
    assert not Absence.objects.exists()


def test_nobody_notes_an_absence_of_somebody_they_do_not_lead(client, hale, bea, cleo, eve, today):
    client.force_login(bea)
    assert client.post(reverse("absences"), typed(cleo, today, today + DAY)).status_code == 422
    client.force_login(cleo)
    assert client.post(reverse("absences"), typed(eve, today, today + DAY)).status_code == 422
    client.post(reverse("absences"), typed(bea, today, today + DAY))
    hers = Absence.objects.get()
    assert hers.user == bea
    client.force_login(eve)
    assert client.post(reverse("absence-removal", args=[hers.pk])).status_code == 404


def test_a_lead_sets_how_cases_come_to_their_owners(client, bea, cleo, support, hale, today):
    client.force_login(cleo)
    address = reverse("rota-team", args=[support.pk])
    before = client.get(address).content.decode()
    assert "By hand" in before and "Bea" in before
    sent = {"method": "turn", f"{bea.ref}-most": "4", f"{bea.ref}-languages": ["lt"], f"{bea.ref}-hours": hale.calendar.pk}  # fmt: skip
    assert client.post(address, sent).url == reverse("rota")
    assert Rota.objects.get().method == Method.IN_TURN
    duty = Duty.objects.get()
    assert (duty.user, duty.most, duty.languages, duty.hours) == (bea, 4, ["lt"], hale.calendar)
    assert client.post(address, {"method": "turn", f"{bea.ref}-most": "-1"}).status_code == 422


def test_the_case_tells_why_the_rota_gave_it(client, refund, bea, cleo, support, now):
    cases.set_method(support, Method.IN_TURN, by=cleo, at=now)
    cases.set_duty(cleo, most=0, languages=[], hours=None, by=cleo, at=now)
    cases.route(refund, at=now)
    client.force_login(bea)
    page = client.get(reverse("case", args=[refund.ref])).content.decode()
    assert "The rota gave the case to Bea. It goes to who is here, speaks English and has room." in page


def test_it_asks_as_many_questions_for_a_team_of_many(
    client, hale, bea, cleo, support, today, django_assert_max_num_queries
):
    def asked():
        client.force_login(bea)
        with django_assert_max_num_queries(30) as captured:
            client.get(reverse("rota"))
        return len(captured)

    asked()  # the first of a session asks more
    before = asked()
    for name in ("Ida", "Jo", "Kim"):
        person(name, Role.AGENT, [support], today)
    assert asked() == before
