"""Splitting on pages: messages are chosen, what will happen is looked at first, and one press takes it back."""

import datetime as dt

import pytest
from django.urls import reverse

from makegood.cases import actions as cases
from makegood.cases.models import Case, Message, Split
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.desk import dividing

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


@pytest.fixture
def invoice(refund, ada, now) -> Message:
    words = Words(text="My invoice is wrong.", sender="ada@customer.example", matched_by="subject")
    return cases.add_words(refund, customer=ada, words=words, channel="email", at=now + MINUTE)


def post(client, case: Case, **sent):
    return client.post(reverse("case-split", args=[case.ref]), sent)


def ticked(page: str, message: Message) -> bool:
    return f'value="{message.pk}" checked' in page


def test_an_agent_chooses_looks_splits_and_takes_it_back(at_desk, refund, invoice):
    case = at_desk.get(reverse("case", args=[refund.ref])).content.decode()
    link = f"{reverse('case-split', args=[refund.ref])}?message={invoice.pk}"
    assert case.count(link) == 1, "under “Wrong case?” of the message that was placed there"
    page = at_desk.get(link).content.decode()
    assert ticked(page, invoice)
    assert not ticked(page, refund.messages.exclude(pk=invoice.pk).get())
    look = post(at_desk, refund, message=[str(invoice.pk)]).content.decode()
    for told in ("1 message goes into it", "It will be a case of Ada", "These promises begin", "My invoice is wrong."):
        assert told in look, told
    assert not Split.objects.exists(), "looking changes nothing"
    done = at_desk.post(reverse("case-split", args=[refund.ref]), {"message": [invoice.pk], "do": "1"}, follow=True)
    new = Case.objects.exclude(pk=refund.pk).get()
    assert done.redirect_chain[-1][0] == reverse("case", args=[new.ref])
    undo = reverse("case-split-undo", args=[new.ref, new.split.pk])
    assert f'action="{undo}"' in done.content.decode()
    assert reverse("case", args=[refund.ref]) in done.content.decode()
    old = at_desk.get(reverse("case", args=[refund.ref])).content.decode()
    assert f'split <a href="{reverse("case", args=[new.ref])}">{new.ref}</a> off this case' in old
    assert old.count("Undo the split") == 1
    at_desk.post(reverse("case-split-undo", args=[refund.ref, new.split.pk]))
    invoice.refresh_from_db()
    assert invoice.case == refund
    # The new reference leads to the one case again.
    assert at_desk.get(reverse("case", args=[new.ref])).headers["Location"] == reverse("case", args=[refund.ref])
    assert "Undo the split" not in at_desk.get(reverse("case", args=[refund.ref])).content.decode()


def test_nothing_and_everything_are_refused_in_words_with_the_ticks_kept(at_desk, refund, invoice):
    nothing = post(at_desk, refund)
    assert (nothing.status_code, "Choose at least one message." in nothing.content.decode()) == (422, True)
    every = list(refund.messages.all())
    answer = post(at_desk, refund, message=[str(one.pk) for one in every], do="1")
    page = answer.content.decode()
    assert (answer.status_code, "At least one message stays." in page) == (422, True)
    assert all(ticked(page, one) for one in every)
    assert Case.objects.count() == 1


def test_words_of_two_people_ask_whose_it_will_be(at_desk, refund, invoice, now):
    sis = customers.find_or_create(address="sis@customer.example", name="Sis", at=now)
    words = Words(text="Mine, too.", sender="sis@customer.example")
    theirs = cases.add_words(refund, customer=sis, words=words, channel="email", at=now + MINUTE)
    both = [str(invoice.pk), str(theirs.pk)]
    answer = post(at_desk, refund, message=both, do="1")
    assert (answer.status_code, "Say whose case it will be." in answer.content.decode()) == (422, True)
    assert f'value="{sis.ref}"' in answer.content.decode()
    post(at_desk, refund, message=both, whose=sis.ref, do="1")
    assert Case.objects.exclude(pk=refund.pk).get().customer == sis


def test_what_is_chosen_stays_chosen_on_older_pages(at_desk, refund, invoice, monkeypatch):
    monkeypatch.setattr(dividing, "MOST_SHOWN", 1)
    first = refund.messages.exclude(pk=invoice.pk).get()
    page = at_desk.get(reverse("case-split", args=[refund.ref]), {"message": invoice.pk}).content.decode()
    assert str(first.pk) not in page
    place = page.split('name="before" value="')[1].split('"')[0]
    older = post(at_desk, refund, message=[str(invoice.pk)], before=place).content.decode()
    assert str(first.pk) in older
    assert f'<input type="hidden" name="message" value="{invoice.pk}">' in older
    assert "1 message of another page is chosen, too." in older


def test_who_comes_second_is_told(at_desk, refund, invoice, cleo, now):
    cases.split(refund, [invoice], by=cleo, at=now + 2 * MINUTE)
    answer = post(at_desk, refund, message=[str(invoice.pk)], do="1")
    assert (answer.status_code, "Somebody has moved one of the messages" in answer.content.decode()) == (409, True)


def test_it_is_said_why_it_cannot_be_taken_back(at_desk, refund, invoice, bea, now):
    new = cases.split(refund, [invoice], by=bea, at=now + 2 * MINUTE)
    cases.note(new, text="I am on it.", by=bea, at=now + 3 * MINUTE)
    assert "Undo the split" not in at_desk.get(reverse("case", args=[new.ref])).content.decode()
    answer = at_desk.post(reverse("case-split-undo", args=[new.ref, new.split.pk]))
    assert (answer.status_code, "Something was said or done" in answer.content.decode()) == (409, True)


def test_a_merge_is_undone_beside_the_line_that_tells_of_it(at_desk, refund, hale, ada, bea, now):
    words = Words(text="Is anybody there?", sender="ada@customer.example")
    second, _ = cases.open_case(brand=hale, customer=ada, subject="x", words=words, channel="email", at=now)
    cases.merge(second, into=refund, by=bea, at=now + MINUTE)
    page = at_desk.get(reverse("case", args=[refund.ref])).content.decode()
    undo = reverse("case-parting", args=[refund.ref, refund.merges.get().pk])
    assert page.count(f'action="{undo}"') == 1
    at_desk.post(undo)
    second.refresh_from_db()
    assert second.merged_into is None
    assert undo not in at_desk.get(reverse("case", args=[refund.ref])).content.decode()


def test_eve_splits_nothing_of_ours(client, refund, invoice, eve):
    client.force_login(eve)
    assert post(client, refund, message=[str(invoice.pk)], do="1").status_code == 404
    assert not Split.objects.exists()
