"""Programs split a case and put it back, as on the desk's pages."""

import datetime as dt
import json
import uuid

import pytest

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.staff import actions as staff

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def speak(client, now):
    """What comes of asking as somebody: its status, and what was answered."""

    def ask(user, path, body=None):
        token = staff.make_token(user, label="test", by=user.key, at=now)
        sent = {"data": json.dumps(body or {}), "content_type": "application/json"}
        answer = client.post(f"/api/v1{path}", headers={"authorization": f"Bearer {token}"}, **sent)
        return answer.status_code, answer.json()

    return ask


@pytest.fixture
def invoice(refund, ada, now):
    words = Words(text="My invoice is wrong.", sender="ada@customer.example")
    return cases.add_words(refund, customer=ada, words=words, channel="email", at=now + MINUTE)


def test_some_of_it_goes_and_comes_back(speak, refund, invoice, bea):
    status, new = speak(bea, f"/cases/{refund.ref}/split", {"messages": [str(invoice.pk)]})
    assert (status, [said["text"] for said in new["messages"]]) == (200, ["My invoice is wrong."])
    assert new["ref"] != refund.ref
    for _twice in range(2):
        status, one = speak(bea, f"/cases/{new['ref']}/split/withdrawal")
        assert (status, one["ref"], len(one["messages"])) == (200, refund.ref, 2)
    assert speak(bea, f"/cases/{refund.ref}/split/withdrawal")[0] == 409


def test_what_cannot_be_split_is_refused_with_the_reason(speak, refund, invoice, bea, eve):
    everything = [str(one.pk) for one in refund.messages.all()]
    status, told = speak(bea, f"/cases/{refund.ref}/split", {"messages": everything})
    assert (status, "must stay" in json.dumps(told)) == (409, True)
    assert speak(bea, f"/cases/{refund.ref}/split", {"messages": [str(uuid.uuid4())]})[0] == 409
    assert speak(bea, f"/cases/{refund.ref}/split", {"messages": []})[0] == 422
    assert speak(eve, f"/cases/{refund.ref}/split", {"messages": [str(invoice.pk)]})[0] == 404
    assert Case.objects.count() == 1


def test_of_several_who_wrote_it_is_said_whose_it_will_be(speak, refund, invoice, bea, now):
    sis = customers.find_or_create(address="sis@customer.example", name="Sis", at=now)
    words = Words(text="Mine, too.", sender="sis@customer.example")
    theirs = cases.add_words(refund, customer=sis, words=words, channel="email", at=now + MINUTE)
    both = {"messages": [str(theirs.pk), str(invoice.pk)]}
    assert speak(bea, f"/cases/{refund.ref}/split", both)[0] == 422
    assert speak(bea, f"/cases/{refund.ref}/split", both | {"customer": "zed@else.example"})[0] == 422
    status, new = speak(bea, f"/cases/{refund.ref}/split", both | {"customer": "SIS@customer.example"})
    assert (status, new["customer"]["name"]) == (200, "Sis")
