"""Others see who looks and who writes, on the case and in the list; oneself and customers do not."""

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Seen


@pytest.fixture
def beside(client, refund, bea, cleo):
    def say(user, state):
        client.force_login(user)
        return client.post(reverse("case-presence", args=[refund.ref]), {"state": state})

    return say


def listed(client, user):
    client.force_login(user)
    return client.get("/").content.decode()


def test_the_answer_says_who_else_is_there(beside, cleo, bea):
    assert "Cleo" not in beside(cleo, "looking").content.decode()
    assert "Cleo has this case open, too." in beside(bea, "looking").content.decode()
    beside(cleo, "writing")
    assert "Cleo is writing in this case." in beside(bea, "looking").content.decode()
    assert beside(cleo, "gone").status_code == 204
    assert "Cleo" not in beside(bea, "looking").content.decode()


def test_the_row_in_the_list_bears_a_mark_for_the_others(client, beside, bea, cleo):
    beside(cleo, "writing")
    assert "Cleo is writing in it" in listed(client, bea)
    assert "case-row__here" not in listed(client, cleo)


def test_to_open_a_page_writes_nothing_of_it(client, bea, refund, cleo):
    client.force_login(bea)
    client.get(reverse("case", args=[refund.ref]))
    assert "case-row__here" not in listed(client, cleo)


def test_who_may_not_see_the_case_learns_of_nobody(beside, eve):
    assert beside(eve, "looking").status_code == 404


def test_what_a_page_fetches_by_itself_is_read_once_it_says_that_somebody_is_there(beside, client, bea, cleo, refund):
    client.force_login(bea)
    client.get(reverse("case", args=[refund.ref]))
    first = Seen.objects.get(case=refund, staff=bea).at
    cases.note(refund, text="Call her.", by=cleo, at=timezone.now())
    shown = client.get(reverse("case-parts", args=[refund.ref]), {"part": "conversation"}, headers={"X-Patient": "1"})
    assert "Call her." in shown.content.decode()
    assert Seen.objects.get(case=refund, staff=bea).at == first
    beside(bea, "looking")
    assert Seen.objects.get(case=refund, staff=bea).at > first
