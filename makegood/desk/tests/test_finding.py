"""The search page: filter words in the box and in the address, what is wrong with them, and what they find."""

import re
from html import unescape

import pytest
from django.urls import reverse

from makegood.cases import actions as cases
from makegood.cases.actions import tags
from makegood.cases.search import matching
from makegood.cases.words import Words


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


@pytest.fixture
def kettle(hale, ada, bea, now):
    case, _message = cases.open_case(
        brand=hale, customer=ada, subject="My kettle", words=Words(text="A refund, please."), channel="portal", at=now
    )
    tags.put_on(case, ["bank"], by=bea, at=now)
    return case


def subjects(client, **asked) -> list[str]:
    page = client.get(reverse("search"), asked).content.decode()
    return sorted(re.findall(r"data-name>([^<]+)<", page))


def test_filter_words_alone_and_beside_free_words(at_desk, refund, kettle):
    assert subjects(at_desk, q="status:open") == ["My kettle", "My refund"]
    assert subjects(at_desk, q="tag:bank") == ["My kettle"]
    assert subjects(at_desk, q="refund") == ["My kettle", "My refund"]
    assert subjects(at_desk, q="refund tag:bank") == ["My kettle"]
    assert subjects(at_desk, q="refund -channel:portal") == ["My refund"]


def test_each_word_may_stand_in_the_address_by_itself(at_desk, refund, kettle):
    assert subjects(at_desk, tag="bank", status="open") == ["My kettle"]
    assert subjects(at_desk, q="status:open", channel="email") == ["My refund"]
    page = at_desk.get(reverse("search"), {"tag": "bank", "status": "open"}).content.decode()
    assert 'value="tag:bank status:open"' in page or 'value="status:open tag:bank"' in page


def test_what_is_not_understood_is_told_and_stays_in_the_box(at_desk, refund):
    page = unescape(at_desk.get(reverse("search"), {"q": "owner:zoe stats:open"}).content.decode())
    assert "Did you mean “status:”?" in page
    page = unescape(at_desk.get(reverse("search"), {"q": "owner:zoe"}).content.decode())
    assert "There is no owner called “zoe”." in page
    assert 'value="owner:zoe"' in page


def test_a_minus_before_a_free_word_is_told_to_have_no_meaning(at_desk, refund):
    page = unescape(at_desk.get(reverse("search"), {"q": "-refund owner:none"}).content.decode())
    assert "A minus works in front of filter words alone" in page
    assert 'value="-refund owner:none"' in page
    assert subjects(at_desk, q="refund -tag:bank -5") == []


def test_pages_go_on_with_the_same_words(at_desk, hale, ada, bea, now, refund):
    for number in range(60):
        cases.open_case(brand=hale, customer=ada, subject=f"n{number}", words=Words(text="x"), channel="email", at=now)
    first = at_desk.get(reverse("search"), {"q": "channel:email", "sort": "oldest"}).content.decode()
    older = unescape(re.search(r'href="(/search\?[^"]+after=[^"]+)"', first)[1])
    second = at_desk.get(older).content.decode()
    refs = re.findall(r'id="found-(C-\w+)"', first), re.findall(r'id="found-(C-\w+)"', second)
    assert [len(one) for one in refs] == [50, 11]
    assert not set(refs[0]) & set(refs[1])


def test_where_enough_messages_were_looked_at_it_says_so_and_goes_on(at_desk, hale, ada, now, refund, monkeypatch):
    for number in range(5):
        words = Words(text="My refund again")
        cases.open_case(brand=hale, customer=ada, subject=f"n{number}", words=words, channel="portal", at=now)
    monkeypatch.setattr(matching, "STEPS", (4,))
    first = at_desk.get(reverse("search"), {"q": "refund channel:email"}).content.decode()
    assert "So many messages have these words that not all were looked at" in first
    assert "Nothing found" not in first
    older = unescape(re.search(r'href="(/search\?[^"]+after=[^"]+)"', first)[1])
    assert f'id="found-{refund.ref}"' in at_desk.get(older).content.decode()


def test_finding_asks_few_questions(at_desk, refund, kettle, django_assert_max_num_queries):
    with django_assert_max_num_queries(16):
        assert subjects(at_desk, q="owner:none tag:bank status:open team:mine brand:hale") == ["My kettle"]


def test_a_merged_case_is_found_by_its_words_as_what_it_is_part_of_now(at_desk, refund, kettle, bea, now):
    cases.merge(kettle, into=refund, by=bea, at=now)
    assert subjects(at_desk, q="kettle channel:email") == ["My refund"]
    assert subjects(at_desk, q="kettle channel:portal") == []
    tags.put_on(refund, ["harbour"], by=bea, at=now)
    assert subjects(at_desk, q="kettle tag:harbour") == ["My refund"]
    assert subjects(at_desk, q="tag:bank") == ["My refund"]
