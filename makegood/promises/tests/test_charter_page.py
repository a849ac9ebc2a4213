"""The public charter, and writing its next version."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.promises import actions as promises
from makegood.promises import charter
from makegood.promises.models import CharterVersion, Tally


def test_anybody_reads_what_is_promised_and_how_it_is_counted(client, hale):
    page = client.get("/charter").content.decode()
    assert "When you first write to us, we reply within 4 working hours." in page
    assert "None has fallen due yet." in page
    assert "09:00–17:00" in page


def test_a_rate_is_shown_from_twenty_promises_on(client, hale):
    today = timezone.now().date()
    tally = Tally.objects.create(brand=hale, key="first-reply", day=today, kept=18, broken=1, excused=4)
    assert "19 so far: too few to judge." in client.get("/charter").content.decode()
    Tally.objects.filter(pk=tally.pk).update(kept=19)
    page = client.get("/charter").content.decode()
    assert "95%" in page
    assert "kept, of 20 in the last 12 weeks" in page
    assert "4 excused" in page


def test_what_is_older_than_twelve_weeks_is_not_in_the_rate(client, hale):
    Tally.objects.create(brand=hale, key="first-reply", day=timezone.now().date() - dt.timedelta(weeks=13), kept=900)
    assert "900" not in client.get("/charter").content.decode()


def test_anybody_reads_what_was_promised_before(client, hale):
    promises.publish(brand=hale, lines=charter.DEFAULT[:1], by="", at=timezone.now())
    page = client.get("/charter").content.decode()
    assert "Version 1, from" in page and "we reply within 4 working hours" not in page
    assert "we reply within 4 working hours" in client.get("/charter?version=1").content.decode()


@pytest.mark.parametrize("language", ["lt", "ru", "nl", "ja"])
def test_the_page_speaks_the_visitors_language(client, hale, language):
    response = client.get("/charter", headers={"accept-language": language})
    assert f'<html lang="{language}"' in response.content.decode()


def test_only_those_who_may_write_the_charter(client, hale, bea, cleo, eve):
    for person in (bea, cleo, eve):
        client.force_login(person)
        assert client.get(reverse("charter-write", args=[hale.slug])).status_code == 403


def rows(client, hale):
    page = client.get(reverse("charter-write", args=[hale.slug]))
    forms = page.context["forms"]
    data = {"form-TOTAL_FORMS": len(forms.forms), "form-INITIAL_FORMS": len(forms.forms) - 1, "valid_from": ""}
    for number, form in enumerate(forms.forms[:-1]):
        for name, value in form.initial.items():
            if value not in (None, False):
                data[f"form-{number}-{name}"] = value
    last = len(forms.forms) - 1
    data |= {f"form-{last}-form": "within", f"form-{last}-starts_on": "case.opened", f"form-{last}-unit": "hours"}
    data |= {f"form-{last}-hours": "opening"}
    return data


def test_a_changed_promise_binds_new_cases_only(client, hale, owner, refund, ada, now):
    client.force_login(owner)
    data = rows(client, hale) | {"form-1-amount": "2", "publish": "1"}
    response = client.post(reverse("charter-write", args=[hale.slug]), data)
    assert response.status_code == 302, response.context["forms"].errors
    version = CharterVersion.objects.first()
    assert version.number == 2
    assert version.lines.get(key="first-reply").amount == 2
    assert version.lines.get(key="resolved").starts_on == ["case.opened", "case.reopened"]
    assert refund.customer.commitments.get(key="first-reply").line.amount == 4


def test_a_slip_of_the_finger_is_told_at_its_place_and_nothing_is_published(client, hale, owner):
    client.force_login(owner)
    data = rows(client, hale) | {"form-1-amount": "", "publish": "1"}
    response = client.post(reverse("charter-write", args=[hale.slug]), data)
    assert response.status_code == 422
    assert "cannot be kept or broken" in response.content.decode()
    assert CharterVersion.objects.count() == 1


@pytest.mark.parametrize("start", ["2020-01-01T10:00", "9999-12-31T23:59"])
def test_a_charter_cannot_begin_in_the_past_nor_on_a_day_that_nobody_means(client, hale, owner, start):
    client.force_login(owner)
    data = rows(client, hale) | {"valid_from": start, "publish": "1"}
    assert client.post(reverse("charter-write", args=[hale.slug]), data).status_code == 422


def test_settled_promises_are_counted_as_they_settle(refund, bea, now, hale):
    cases.acknowledge(refund, channel="email", at=now)
    promises.settle_due(at=now + dt.timedelta(hours=5))
    counted = {(tally.key, tally.kept, tally.broken) for tally in Tally.objects.filter(brand=hale)}
    assert counted == {("acknowledged", 1, 0), ("first-reply", 0, 1)}


def test_a_charter_may_promise_for_those_who_are_asked_for_help(client, hale, owner):
    client.force_login(owner)
    data = rows(client, hale)
    last = f"form-{int(data['form-TOTAL_FORMS']) - 1}"
    asked = {"publish": "1", f"{last}-starts_on": "task.given", f"{last}-amount": "2", f"{last}-pauses": "on"}
    wrong = {f"{last}-ends_on": ["task.answered", "reply.sent"], f"{last}-remedy_kind": "apology"}
    page = client.post(reverse("charter-write", args=[hale.slug]), data | asked | wrong).content.decode()
    for words in ("Choose one thing", "Others do not wait for the customer", "for our own promises only"):
        assert words in page
    del asked[f"{last}-pauses"]
    client.post(reverse("charter-write", args=[hale.slug]), data | asked | {f"{last}-ends_on": ["task.answered"]})
    line = CharterVersion.objects.filter(brand=hale).first().lines.get(key="task-answer")
    assert (line.starts_on, line.ends_on, line.amount) == (["task.given"], ["task.answered"], 2)
    begun = "When we ask another team or a contractor to do something for you"
    assert f"{begun}, they answer within 2 working hours." in client.get("/charter").content.decode()
