"""Known problems on the pages: written down from a case, tied, told after a preview, offered to whoever comes later."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases.actions import bulk, problems
from makegood.cases.models import Bulk, Message, MessageKind, Problem, ProblemState, Tie

WRITTEN = {"title": "Lamps flicker", "state": "open", "known": "Since May.", "workaround": "Turn it off and on."}


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


@pytest.fixture
def flicker(refund, bea, now):
    made = problems.open_problem(problems.Description("Lamps flicker"), by=bea, at=now)
    problems.tie(refund, problem=made, by=bea, at=now)
    return made


def shown(client, case) -> str:
    return client.get(reverse("case", args=[case.ref])).content.decode()


def fill(client, address, **typed):
    key = re.search(r'name="key" value="([^"]+)"', client.get(address).content.decode())[1]
    return {"key": key, **typed}


def test_written_down_from_a_case_which_is_tied_to_it(at_desk, refund):
    at_desk.post(f"{reverse('problem-new')}?case={refund.ref}", WRITTEN)
    problem = Problem.objects.get()
    page = shown(at_desk, refund)
    assert "Turn it off and on." in page
    assert f"tied the case to the known problem {problem.ref}" in page
    assert "My refund" in at_desk.get(reverse("problem", args=[problem.ref])).content.decode()
    at_desk.post(reverse("case-problem", args=[refund.ref]), {"problem": ""})
    assert not Tie.objects.exists()
    refused = at_desk.post(reverse("case-problem", args=[refund.ref]), {"problem": "flicker"})
    assert (refused.status_code, "There is no such known problem" in refused.content.decode()) == (422, True)


def test_of_its_cases_each_sees_their_own(client, flicker, eve):
    client.force_login(eve)
    page = client.get(reverse("problem", args=[flicker.ref])).content.decode()
    assert "Lamps flicker" in page
    assert "My refund" not in page
    assert "Tell all customers" not in page


def test_told_once_it_was_looked_at(at_desk, flicker):
    address = reverse("problem-telling", args=[flicker.ref])
    typed = fill(at_desk, address, text_en="It is being mended.")
    looked = at_desk.post(address, typed).content.decode()
    assert "Send it to 1 customer" in looked
    assert not Message.objects.filter(kind=MessageKind.REPLY).exists()
    for _press in range(2):
        at_desk.post(address, typed | {"send": "1"})
    assert [one.text for one in Message.objects.filter(kind=MessageKind.REPLY)] == ["It is being mended."]
    begun = Bulk.objects.get()
    page = at_desk.get(f"{reverse('problem', args=[flicker.ref])}?bulk={begun.pk}").content.decode()
    assert reverse("bulk-undo", args=[begun.pk]) in page
    assert "It is being mended." in page


def test_whoever_would_get_nothing_is_named(at_desk, flicker):
    address = reverse("problem-telling", args=[flicker.ref])
    typed = fill(at_desk, address, text_lt="Lempa taisoma.")
    answer = at_desk.post(address, typed | {"send": "1"})
    assert answer.status_code == 422
    assert "Nothing is written for: English." in answer.content.decode()
    assert "They get this instead." in at_desk.post(address, typed | {"otherwise": "lt"}).content.decode()
    assert not Bulk.objects.exists()


def test_solved_it_offers_to_resolve_them_all(at_desk, flicker, bea, now):
    problems.save_problem(flicker, problems.Description("Lamps", ProblemState.SOLVED), by=bea, at=now)
    assert "It is solved." in at_desk.get(reverse("problem", args=[flicker.ref])).content.decode()
    form = at_desk.get(reverse("problem-telling", args=[flicker.ref])).content.decode()
    assert re.search(r'name="resolves"[^>]*checked', form)


def test_a_case_tied_later_is_offered_what_the_others_were_told(at_desk, flicker, refund, bea):
    texts = {"en": "It is being mended."}
    said = bulk.Announcement(key=Problem.objects.get().pk, texts=texts)
    bulk.tell_all(flicker, said, by=bea, at=timezone.now())
    assert "What the others were told" not in shown(at_desk, refund)
    problems.untie(refund, by=bea, at=timezone.now())
    problems.tie(refund, problem=flicker, by=bea, at=timezone.now())
    assert 'data-insert="text" value="It is being mended."' in shown(at_desk, refund)


def test_many_are_tied_from_a_list(at_desk, refund, bea, now):
    made = problems.open_problem(problems.Description("Lamps flicker"), by=bea, at=now)
    chosen = {"act": "tie", "problem": made.ref, "case": [refund.ref]}
    at_desk.post(reverse("inbox-bulk", args=["all"]), chosen)
    assert Tie.objects.get().problem == made
    assert made.title in at_desk.get(reverse("problems")).content.decode()
