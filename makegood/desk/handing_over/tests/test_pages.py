"""Whoever is offered a case sees it in a list of its own and on the case page, and accepts it with one press."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases import tokens
from makegood.cases.models import HandoverState, Party
from makegood.conftest import person
from makegood.staff import actions as staff
from makegood.staff.models import Role


@pytest.fixture
def warehouse(hale, now):
    team = staff.make_team(name="Warehouse", by="", at=now)
    team.brands.add(hale)
    return team


@pytest.fixture
def tom(warehouse, now):
    return person("Tom", Role.AGENT, [warehouse], now)


@pytest.fixture
def offered(refund, bea, warehouse, client):
    client.force_login(bea)
    typed = {"team": warehouse.pk, "owner": "", "reason": "It lies with you."}
    assert client.post(reverse("case-handover", args=[refund.ref]), typed).url.endswith("#owner")
    return refund.handovers.get()


def as_person(client, user):
    client.force_login(user)
    return client


def page(client, case):
    return client.get(reverse("case", args=[case.ref])).content.decode()


def listed(client):
    return client.get(reverse("inbox-view", args=["offered"])).content.decode()


def press(client, name, offer, **typed):
    return client.post(reverse(f"handover-{name}", args=[offer.case.ref, offer.pk]), typed)


def test_the_receiver_accepts_from_the_list(client, offered, refund, tom):
    shown = listed(as_person(client, tom))
    address = re.search(r'action="([^"]+/acceptance[^"]*)"', shown)[1]
    assert "Accept: My refund" in shown
    client.post(address)
    refund.refresh_from_db()
    assert refund.owner == tom
    assert "My refund" not in listed(client)


def test_the_receiver_reads_why_and_accepts_on_the_case_page(client, offered, refund, tom):
    shown = page(as_person(client, tom), refund)
    assert "Bea offers this case to your team Warehouse." in shown
    assert "It lies with you." in shown
    press(client, "acceptance", offered)
    assert "Tom accepted the case and answers for it now" in page(client, refund)


def test_until_then_the_customer_reads_the_givers_name(client, offered, refund, tom):
    link = f"/c/{tokens.for_link(refund.parties.get(role=Party.Role.CUSTOMER).key)}"
    assert "Bea of Hale is responsible" in client.get(link).content.decode()
    press(as_person(client, tom), "acceptance", offered)
    assert "Tom of Hale is responsible" in client.get(link).content.decode()


def test_declining_asks_for_a_word(client, offered, refund, tom):
    press(as_person(client, tom), "refusal", offered, words="")
    assert "Say why" in page(client, refund)
    press(client, "refusal", offered, words="It left us in May.")
    offered.refresh_from_db()
    assert (offered.state, offered.answer) == (HandoverState.DECLINED, "It left us in May.")


def test_the_giver_takes_it_back_and_a_bystander_cannot(client, offered, refund, tom, support, now):
    cy = person("Cy", Role.AGENT, [support], now)
    assert "Take it back" not in page(as_person(client, cy), refund)
    press(client, "withdrawal", offered)
    press(client, "acceptance", offered)
    offered.refresh_from_db()
    assert offered.state == HandoverState.WAITING
    assert "Take it back" in page(as_person(client, offered.giver), refund)
    press(client, "withdrawal", offered)
    offered.refresh_from_db()
    assert offered.state == HandoverState.TAKEN_BACK


def test_a_colleague_of_the_team_is_given_it_at_once_and_one_elsewhere_is_asked(client, refund, bea, cleo, tom):
    as_person(client, bea)
    address = reverse("case-owner", args=[refund.ref])
    assert client.post(address, {"owner": tom.pk}).status_code == 422
    client.post(address, {"owner": cleo.pk})
    refund.refresh_from_db()
    assert refund.owner == cleo


def test_the_list_asks_the_same_number_of_questions_whatever_is_offered(
    client, offered, hale, ada, bea, tom, warehouse, refund, django_assert_max_num_queries
):
    as_person(client, tom)
    with django_assert_max_num_queries(12):
        assert listed(client).count("/acceptance") == 1


def test_somebody_without_the_right_to_see_it_is_told_nothing(client, offered, eve):
    assert press(as_person(client, eve), "acceptance", offered).status_code == 404
    assert cases.assign(offered.case, owner=offered.giver, by=offered.giver, at=timezone.now()).owner == offered.giver
