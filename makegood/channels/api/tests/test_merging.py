"""Programs make one of two cases, or of two customers, and two of them again, as on the desk's pages."""

import datetime as dt
import json

import pytest
from django.utils import timezone

from makegood.brands import actions as brands
from makegood.cases import actions as cases
from makegood.cases.models import Case, CaseState
from makegood.cases.models import Merge as OneCase
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.customers.models import Customer
from makegood.staff import actions as staff


@pytest.fixture
def speak(client, now):
    """What comes of asking as somebody: its status, and what was answered."""

    def ask(user, path, body=None, *, method="post"):
        token = staff.make_token(user, label="test", by=user.key, at=now)
        sent = {"data": json.dumps(body or {}), "content_type": "application/json"} if method == "post" else {}
        answer = getattr(client, method)(f"/api/v1{path}", headers={"authorization": f"Bearer {token}"}, **sent)
        return answer.status_code, answer.json()

    return ask


@pytest.fixture
def opens(hale, now):
    """A customer of a name writes."""

    def case(name, *, brand=hale):
        address = f"{name.lower()}@customer.example"
        who = customers.find_or_create(address=address, name=name, at=now)
        words = Words(text=f"{name} asks.", sender=address)
        return cases.open_case(brand=brand, customer=who, subject=name, words=words, channel="email", at=now)[0]

    return case


@pytest.fixture
def elsewhere(hale, now):
    team = staff.make_team(name="Far", by="", at=now)
    return brands.open_brand(
        name="North", languages=["en"], timezone="UTC", calendar=hale.calendar, teams=[team], by="", at=now
    )


def test_two_cases_become_one_and_two_again(speak, refund, opens, bea):
    second = opens("Ada")
    status, one = speak(bea, f"/cases/{second.ref}/merge", {"into": refund.ref.lower()})
    assert (status, one["ref"], one["merged"]) == (200, refund.ref, [second.ref])
    assert "Ada asks." in [said["text"] for said in one["messages"]]
    assert speak(bea, f"/cases/{second.ref}", method="get")[1]["ref"] == refund.ref
    status, apart = speak(bea, f"/cases/{second.ref}/parting")
    assert (status, apart["ref"], [said["text"] for said in apart["messages"]]) == (200, second.ref, ["Ada asks."])
    assert speak(bea, f"/cases/{refund.ref}", method="get")[1]["merged"] == []


def test_said_again_a_merge_and_a_parting_stay_as_they_are(speak, refund, opens, bea):
    second = opens("Ada")
    for _time in range(2):
        status, one = speak(bea, f"/cases/{second.ref}/merge", {"into": refund.ref})
        assert (status, one["ref"]) == (200, refund.ref)
    for _time in range(2):
        status, apart = speak(bea, f"/cases/{second.ref}/parting")
        assert (status, apart["ref"]) == (200, second.ref)
    assert OneCase.objects.count() == 1


def test_a_case_that_was_merged_is_not_taken_for_the_one_it_is_part_of(speak, refund, opens, bea):
    second, third = opens("Ada"), opens("Eva")
    speak(bea, f"/cases/{second.ref}/merge", {"into": refund.ref})
    status, told = speak(bea, f"/cases/{second.ref}/merge", {"into": third.ref})
    assert (status, told["error"]) == (409, "conflict")
    refund.refresh_from_db()
    assert refund.merged_into is None


def test_cases_that_cannot_be_one_are_told_why(speak, refund, opens, bea):
    second = opens("Ada")
    Case.objects.filter(pk=second.pk).update(state=CaseState.CLOSED)
    for ref, into, words in (
        (refund.ref, refund.ref, "itself"),
        (refund.ref, second.ref, "is closed"),
    ):
        status, told = speak(bea, f"/cases/{ref}/merge", {"into": into})
        assert (status, told["error"]) == (409, "conflict")
        assert words in told["message"]
    assert speak(bea, f"/cases/{refund.ref}/parting")[0] == 409


def test_nobody_merges_or_parts_what_they_may_not_see(speak, refund, opens, elsewhere, bea, eve):
    second, far = opens("Ada"), opens("Ada", brand=elsewhere)
    status, told = speak(bea, f"/cases/{refund.ref}/merge", {"into": far.ref})
    assert (status, told["error"]) == (422, "invalid")
    assert speak(bea, f"/cases/{far.ref}/merge", {"into": refund.ref})[0] == 404
    speak(bea, f"/cases/{second.ref}/merge", {"into": refund.ref})
    assert speak(eve, f"/cases/{second.ref}/parting")[0] == 404
    second.refresh_from_db()
    assert second.merged_into == refund


def test_two_customers_become_one_and_two_again(speak, opens, bea):
    home, work = opens("Lena").customer, opens("Roth").customer
    status, one = speak(bea, f"/customers/{work.ref}/merge", {"into": "Lena@customer.example"})
    assert (status, one["ref"], one["merged"]) == (200, home.ref, [work.ref])
    assert sorted(one["addresses"]) == ["lena@customer.example", "roth@customer.example"]
    assert speak(bea, f"/customers/{work.ref}", method="get")[1] == one
    assert speak(bea, f"/customers/{work.ref}/merge", {"into": home.ref}) == (200, one)
    for _time in range(2):
        status, apart = speak(bea, f"/customers/{work.ref}/parting")
        assert (status, apart["ref"], apart["addresses"]) == (200, work.ref, ["roth@customer.example"])
    assert speak(bea, f"/customers/{home.ref}", method="get")[1]["merged"] == []


def test_customers_that_cannot_be_one_are_told_why(speak, opens, bea, now):
    home, work, third = (opens(name).customer for name in ("Lena", "Roth", "Eva"))
    assert speak(bea, f"/customers/{home.ref}/merge", {"into": home.ref})[0] == 409
    assert speak(bea, f"/customers/{home.ref}/parting")[0] == 409
    assert speak(bea, f"/customers/{home.ref}/merge", {"into": "K-222222"})[0] == 422
    customers.merge(work, into=home, by=bea, at=now)
    status, told = speak(bea, f"/customers/{work.ref}/merge", {"into": third.ref})
    assert (status, told["error"]) == (409, "conflict")
    Customer.objects.filter(pk=third.pk).update(erased_at=now)
    assert "erased" in speak(bea, f"/customers/{home.ref}/merge", {"into": third.ref})[1]["message"]


def test_a_customer_of_another_brand_is_not_there(speak, opens, elsewhere, bea, eve):
    far, near = opens("Eva", brand=elsewhere).customer, opens("Lena").customer
    assert speak(bea, f"/customers/{far.ref}", method="get")[0] == 404
    assert speak(bea, f"/customers/{far.ref}/merge", {"into": near.ref})[0] == 404
    assert speak(bea, f"/customers/{near.ref}/merge", {"into": far.ref})[0] == 422
    assert speak(eve, f"/customers/{near.ref}", method="get")[0] == 404


@pytest.fixture
def closed(refund, bea):
    at = timezone.now() - dt.timedelta(days=9)
    cases.resolve(refund, by=bea, at=at)
    cases.close_due(at=at + dt.timedelta(days=8))
    return refund


def test_a_closed_case_takes_no_reply_and_says_what_does(speak, closed, bea):
    status, told = speak(bea, f"/cases/{closed.ref}/replies", {"text": "One thing more."})
    assert (status, told["error"]) == (409, "closed")
    assert f"/cases/{closed.ref}/follow-up" in told["message"]
    assert not closed.messages.filter(kind="reply").exists()


def test_a_case_that_follows_takes_the_reply_and_is_opened_once(speak, closed, bea):
    status, new = speak(bea, f"/cases/{closed.ref}/follow-up")
    assert (status, new["follows"]) == (201, closed.ref)
    assert speak(bea, f"/cases/{closed.ref}/follow-up")[1]["ref"] == new["ref"]
    assert speak(bea, f"/cases/{new['ref']}/replies", {"text": "One thing more."})[0] == 201
    assert speak(bea, f"/cases/{new['ref']}/follow-up")[0] == 409


def test_the_words_of_the_customer_open_a_case_that_follows(speak, closed, bea):
    body = {"customer": {"address": "ada@customer.example"}, "text": "It broke again.", "follows": closed.ref}
    status, new = speak(bea, "/cases", body)
    assert (status, new["follows"], new["subject"], new["brand"]) == (201, closed.ref, closed.subject, "hale")


def test_a_case_follows_only_a_closed_one_of_the_same_customer(speak, refund, opens, elsewhere, bea, closed):
    words = {"customer": {"address": "eva@customer.example"}, "text": "And mine?"}
    assert speak(bea, "/cases", words | {"follows": closed.ref})[0] == 409
    still = opens("Eva")
    assert speak(bea, "/cases", words | {"follows": still.ref})[0] == 409
    assert speak(bea, "/cases", words | {"follows": opens("Eva", brand=elsewhere).ref})[0] == 404
    assert not Case.objects.exclude(follows=None).exists()


def test_a_customer_who_was_erased_is_not_written_to_again(speak, closed, bea, now):
    Customer.objects.filter(pk=closed.customer_id).update(erased_at=now)
    assert speak(bea, f"/cases/{closed.ref}/follow-up")[0] == 409
