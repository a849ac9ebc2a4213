"""Winning a customer back, on the case page and on a page of its own."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.events.models import Event
from makegood.promises.models import State
from makegood.recovery import actions as recovery
from makegood.recovery.models import Cause, Hint, Outcome, Recovery, StepName, Trigger
from makegood.recovery.winning_back import listing

HOUR = dt.timedelta(hours=1)


def page_of(client, case) -> str:
    return " ".join(client.get(reverse("case", args=[case.ref])).content.decode().split())


def post(client, name, *args, **data):
    return client.post(reverse(name, args=args), data)


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


@pytest.fixture
def opened(refund, bea) -> Recovery:
    return recovery.open_by_hand(refund, Trigger.Kind.COMPLAINT, by=bea, at=timezone.now())


def test_one_press_on_the_case_opens_one_and_pressed_twice_it_is_one(at_desk, refund):
    assert "Nothing that we know of has disappointed them." in page_of(at_desk, refund)
    for _press in range(2):
        answer = post(at_desk, "recovery-opening", refund.ref, kind="complaint")
        assert answer.status_code == 302
    found = Recovery.objects.get()
    assert found.triggers.count() == 1
    page = page_of(at_desk, refund)
    assert "They complained" in page
    assert "They have not heard from us yet." in page
    assert "Word to a disappointed customer" in page  # its clock, among the promises


def test_the_steps_in_the_order_in_which_people_take_them(at_desk, refund, opened, bea, owner):
    cause = recovery.add_cause("Delivery", under=None, by=owner, at=timezone.now())
    post(at_desk, "recovery-step", opened.ref, "owned")
    post(at_desk, "recovery-step", opened.ref, "understood", words="Three weeks without a word.")
    post(at_desk, "recovery-step", opened.ref, "acknowledged")
    post(at_desk, "recovery-step", opened.ref, "put-right")
    post(at_desk, "recovery-step", opened.ref, "compensated")
    post(at_desk, "recovery-step", opened.ref, "confirmed", good="yes")
    post(at_desk, "recovery-step", opened.ref, "learned", cause=str(cause.pk))
    opened.refresh_from_db()
    assert {step.name for step in opened.steps.all()} == set(StepName.values)
    assert (opened.owner, opened.cause, opened.is_good) == (bea, cause, True)
    assert opened.due.state == State.KEPT
    page = page_of(at_desk, refund)
    assert "Three weeks without a word." in page
    assert "Bea wins them back." in page
    assert "Delivery" in page
    told = set(Event.objects.filter(about=refund.ref, by=bea.key).values_list("name", flat=True))
    assert {"recovery.owned", "recovery.understood", "recovery.put_right", "recovery.learned"} <= told


def test_a_step_taken_twice_is_one_and_a_slip_is_taken_back(at_desk, opened):
    for _press in range(2):
        post(at_desk, "recovery-step", opened.ref, "put-right")
    assert Event.objects.filter(name="recovery.put_right").count() == 1
    post(at_desk, "recovery-step-undo", opened.ref, "put-right")
    assert not opened.steps.exists()
    assert Event.objects.filter(name="recovery.step_undone").count() == 1


def test_that_they_heard_from_us_cannot_be_taken_back(at_desk, refund, opened):
    post(at_desk, "recovery-step", opened.ref, "acknowledged")
    post(at_desk, "recovery-step-undo", opened.ref, "acknowledged")
    assert opened.steps.count() == 1
    assert "that cannot be taken back" in page_of(at_desk, refund)


def test_without_words_nothing_is_understood_and_without_a_cause_nothing_learned(at_desk, refund, opened):
    post(at_desk, "recovery-step", opened.ref, "understood", words="  ")
    assert "This field is required." in page_of(at_desk, refund)
    post(at_desk, "recovery-step", opened.ref, "learned", cause="nonsense")
    assert "Choose a cause." in page_of(at_desk, refund)
    assert not opened.steps.exists()


def test_it_is_closed_only_when_they_have_heard_from_us_and_taken_up_again(at_desk, refund, opened):
    post(at_desk, "recovery-end", opened.ref, outcome="won")
    opened.refresh_from_db()
    assert opened.ended_at is None
    assert "The customer has not heard from us yet." in page_of(at_desk, refund)
    post(at_desk, "recovery-step", opened.ref, "acknowledged")
    post(at_desk, "recovery-end", opened.ref, outcome="won")
    opened.refresh_from_db()
    assert opened.outcome == Outcome.WON
    assert "Won back" in page_of(at_desk, refund)
    post(at_desk, "recovery-resumption", opened.ref)
    opened.refresh_from_db()
    assert opened.ended_at is None


def test_nothing_to_make_good_excuses_its_clock(at_desk, opened):
    post(at_desk, "recovery-end", opened.ref, outcome="needless")
    opened.due.refresh_from_db()
    assert opened.due.state == State.EXCUSED


def test_a_hint_is_judged_by_one_press(at_desk, refund):
    message = refund.messages.get()
    hint = Hint.objects.create(message=message, complaint=0.9, angry=0.2)
    assert "may be a complaint" in page_of(at_desk, refund)
    post(at_desk, "complaint-hint", refund.ref, hint.pk, confirmed="no")
    assert not Recovery.objects.exists()
    assert "may be a complaint" not in page_of(at_desk, refund)


def test_an_act_without_leaving_the_page_says_where_to_go(at_desk, refund, opened):
    url = reverse("recovery-step", args=[opened.ref, "put-right"]) + "?view=mine"
    answer = at_desk.post(url, HTTP_X_ACT="1")
    assert (answer.status_code, answer["X-Goto"]) == (204, f"/cases/{refund.ref}?view=mine#recovery")


def test_the_list_begins_with_the_next_clock_and_shows_others_nothing(client, hale, ada, refund, bea, eve, opened):
    at = timezone.now()
    words = Words(text="?", language="en", sender="ada@customer.example")
    kettle, _ = cases.open_case(brand=hale, customer=ada, subject="Kettle", words=words, channel="email", at=at)
    later = recovery.open_by_hand(kettle, Trigger.Kind.BY_HAND, by=bea, at=at + HOUR)
    recovery.acknowledge(opened, by=bea, at=at + HOUR)
    rows = listing.running(Recovery.objects.visible_to(bea)).rows
    assert [row.recovery for row in rows] == [later, opened]
    client.force_login(eve)
    assert "Ada Byron" not in client.get(reverse("recoveries")).content.decode()
    client.force_login(bea)
    page = client.get(reverse("recoveries")).content.decode()
    assert page.count("Ada Byron") == 2
    assert "They complained" in page


def test_the_list_goes_on_where_it_ended_and_asks_no_more_for_more(
    client, bea, many_recoveries, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(listing, "PAGE", 3)
    seen, after = [], ""
    while True:
        page = listing.running(Recovery.objects.visible_to(bea), after=after)
        seen += [row.recovery.pk for row in page.rows]
        after = page.next
        if not after:
            break
    assert sorted(seen) == sorted(one.pk for one in many_recoveries)
    with django_assert_num_queries(4):
        listing.running(Recovery.objects.visible_to(bea))
    with django_assert_num_queries(5):
        listing.running(Recovery.objects.visible_to(bea), after=str(seen[2]))
    begun_again = listing.running(Recovery.objects.visible_to(bea), after="none").rows
    assert [row.recovery.pk for row in begun_again] == seen[:3]


def test_questions_of_the_case_page_do_not_grow_with_triggers(at_desk, refund, opened, django_assert_max_num_queries):
    page_of(at_desk, refund)
    with django_assert_max_num_queries(24) as few:
        page_of(at_desk, refund)
    for number in range(9):
        Trigger.objects.create(recovery=opened, kind="broken", key=str(number), at=timezone.now())
    with django_assert_max_num_queries(len(few)):
        assert "A promise was broken (9 times)" in page_of(at_desk, refund)


def test_a_lead_keeps_the_tree_and_a_retired_cause_is_chosen_no_more(client, refund, opened, cleo):
    client.force_login(cleo)
    client.post(reverse("causes"), {"name": "Delivery"})
    delivery = Cause.objects.get()
    client.post(f"{reverse('causes')}?under={delivery.pk}", {"name": "Late"})
    late = Cause.objects.get(parent=delivery)
    assert client.post(reverse("causes"), {"name": " Delivery "}).status_code == 422
    client.post(reverse("cause-name", args=[late.pk]), {"name": "Too late"})
    assert "Delivery › Too late" in page_of(client, refund)
    post(client, "cause-retirement", delivery.pk)
    assert "Delivery › Too late" not in page_of(client, refund)
    post(client, "cause-retirement", delivery.pk, again="1")
    assert "Delivery › Too late" in page_of(client, refund)
    page = client.get(f"{reverse('causes')}?under={delivery.pk}").content.decode()
    assert "Too late" in page


def test_a_tree_has_three_levels_and_long_ones_pages(client, hale, cleo):
    client.force_login(cleo)
    under = None
    for name in ("One", "Two", "Three"):
        under = recovery.add_cause(name, under=under, by=cleo, at=timezone.now())
    answer = client.post(f"{reverse('causes')}?under={under.pk}", {"name": "Four"})
    assert answer.status_code == 422
    for number in range(60):
        recovery.add_cause(f"Cause {number:02}", under=None, by=cleo, at=timezone.now())
    page = client.get(reverse("causes"))
    assert "Cause 49" in page.content.decode()
    assert "Cause 51" not in page.content.decode()
    older = page.context["older"]
    assert "Cause 51" in client.get(older).content.decode()
    assert client.get(f"{reverse('causes')}?under=nonsense").status_code == 404


def test_a_lead_sets_the_rules_and_the_next_clock_is_as_long(client, refund, cleo, bea, now):
    client.force_login(cleo)
    assert post(client, "recovery-settings", minutes=30, contacts=1, days=7).status_code == 422
    assert post(client, "recovery-settings", minutes=30, contacts=2, days=7).status_code == 302
    found = recovery.open_by_hand(refund, Trigger.Kind.BY_HAND, by=bea, at=now)
    assert found.due.due_at == now + HOUR / 2
