"""From a list a playbook is started on several cases, and one of the steps that they have open is ticked."""

import re
from html import unescape

import pytest
from django.urls import reverse

from makegood.cases import actions as cases
from makegood.cases.actions import checklists
from makegood.cases.many import steps
from makegood.cases.models import Bulk, Checklist, Playbook, Step

RING, PAY = 'Ring the "bank" & ask', "Pay it back"


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


@pytest.fixture
def book(cleo, now) -> Playbook:
    return checklists.save_playbook(None, name="Refund", steps=[RING, PAY], team=None, in_turn=True, by=cleo, at=now)


def act(client, **typed) -> str:
    """The page that the act leads to."""
    return client.post(reverse("inbox-bulk", args=["all"]), typed, follow=True).content.decode()


def undo(client, page) -> str:
    return client.post(unescape(re.search(r'action="(/bulk/[^"]+/undo[^"]*)"', page)[1]), follow=True).content.decode()


def filled(page) -> dict[str, list[str]]:
    """What the form would send, whichever of its steps is pressed."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page):
        found.setdefault(name, []).append(unescape(value))
    found.pop("csrfmiddlewaretoken", None)
    return found


def pressed(page, words) -> str:
    values = [unescape(one) for one in re.findall(r'name="step" value="([^"]*)"', page)]
    return next(one for one in values if one.endswith(words))


def test_a_playbook_is_chosen_for_the_ticked_cases_started_and_undone(at_desk, three, book, eve, cleo, now):
    checklists.save_playbook(None, name="Not ours", steps=["One"], team=eve.teams.get(), by=cleo, at=now)
    asked = act(at_desk, act="start", case=[case.ref for case in three[:2]])
    assert "2 cases chosen." in asked and ">Refund</button>" in asked and "Not ours" not in asked
    assert not Bulk.objects.exists(), "nothing is done before it is chosen"
    page = act(at_desk, **filled(asked), playbook=str(book.pk))
    assert "Start a checklist" in page and "2 cases done." in page
    assert set(Checklist.objects.values_list("case", flat=True)) == {three[0].pk, three[1].pk}
    assert "2 cases done." in undo(at_desk, page)
    assert not Checklist.objects.exists()


def test_a_step_is_chosen_of_those_that_are_open_in_the_ticked_cases(at_desk, three, book, bea, now):
    for case in three[:2]:
        checklists.start(case, book, by=bea, at=now)
    refs = [case.ref for case in three]
    asked = act(at_desk, act="tick", case=refs)
    assert "3 cases chosen." in asked and "open in 2 cases" in asked
    assert PAY not in asked, "it waits in all of them"
    assert not Bulk.objects.exists(), "nothing is done before it is chosen"
    page = act(at_desk, **filled(asked), step=pressed(asked, RING))
    assert "2 cases done." in page and "It does not run this playbook." in page
    assert Step.objects.filter(words=RING, done_by=bea).count() == 2
    assert "2 cases done." in undo(at_desk, page)
    assert not Step.objects.filter(done_by=bea).exists()


def test_a_step_is_ticked_in_all_that_a_search_finds(at_desk, three, book, bea, now):
    for case in three:
        checklists.start(case, book, by=bea, at=now)
    checklists.tick(Step.objects.of_case(three[0]).first(), by=bea, at=now)
    where = reverse("search-bulk") + "?q=owner:none"
    asked = at_desk.post(where, {"act": "tick", "all": "1"}).content.decode()
    assert "open in 2 cases" in asked and "open in 1 case · waits in 2 cases" in asked
    page = at_desk.post(where, {**filled(asked), "step": pressed(asked, PAY)}, follow=True).content.decode()
    assert "1 case done." in page and "2 were not done" in page and 'value="owner:none"' in page


def test_nothing_to_start_or_tick_is_said(at_desk, three):
    assert "No playbook can be started yet." in act(at_desk, act="start", case=[three[0].ref])
    assert "None of the chosen cases has a checklist" in act(at_desk, act="tick", case=[three[0].ref])


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"act": "tick"}, "Choose cases first."),
        ({"act": "start"}, "Choose cases first."),
        ({"act": "tick", "step": "x Ring", "case": "1"}, "Choose the step."),
        ({"act": "tick", "step": "BOOK", "case": "1"}, "Choose the step."),
        ({"act": "start", "playbook": "", "case": "1"}, "Choose the playbook."),
        ({"act": "start", "playbook": "BOOK"}, "Choose cases first."),
    ],
)
def test_what_is_not_chosen_is_asked_for(at_desk, three, book, typed, told):
    sent = {name: value.replace("BOOK", str(book.pk)) for name, value in typed.items()}
    if "case" in sent:
        sent["case"] = three[0].ref
    assert told in act(at_desk, **sent)
    assert not Bulk.objects.exists()


def test_nobody_is_offered_the_steps_of_cases_that_they_do_not_see(client, three, book, bea, eve, now):
    checklists.start(three[0], book, by=bea, at=now)
    client.force_login(eve)
    assert "Choose cases first." in act(client, act="tick", case=[three[0].ref])


def test_a_case_counts_once_though_another_became_part_of_it(three, book, bea, now):
    for case in three:
        checklists.start(case, book, by=bea, at=now)
    cases.merge(three[0], into=three[1], by=bea, at=now)
    (ring,) = steps.offered([three[1].pk, three[2].pk])
    assert (ring.words, ring.open, ring.waiting) == (RING, 2, 0)


def test_which_steps_are_open_in_many_cases_takes_one_question(three, book, bea, now, django_assert_num_queries):
    for case in three:
        checklists.start(case, book, by=bea, at=now)
    with django_assert_num_queries(1):
        steps.offered([case.pk for case in three])
