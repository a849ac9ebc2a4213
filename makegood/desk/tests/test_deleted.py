"""What was deleted is seen and changed by nobody who may not delete: by no way that leads there."""

import datetime as dt
import json

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.brands.models import Organisation
from makegood.cases import actions as cases
from makegood.cases.actions import bulk, hours, tasks
from makegood.cases.actions.bulk import Wanted
from makegood.cases.errand import Errand, Receiver
from makegood.cases.models import Case, Deed, Task, TimeEntry
from makegood.cases.words import Words
from makegood.clockwork import following
from makegood.feedback import actions as feedback
from makegood.feedback.account import Account
from makegood.feedback.models import Closing
from makegood.recovery import actions as recovery
from makegood.recovery.models import Recovery, Trigger
from makegood.staff import actions as staff
from makegood.staff.notices import actions as notices
from makegood.staff.notices.kinds import Kind


@pytest.fixture
def task(refund, support, bea, now) -> Task:
    errand = Errand(what="Look at the boiler", receiver=Receiver(team=support), text="The key is under the mat.")
    return tasks.give(refund, errand, by=bea, at=now)


@pytest.fixture
def other(hale, ada, now) -> Case:
    """Another case of Ada's, so that her page is still one that agents see."""
    words = Words(text="x", sender="ada@customer.example")
    return cases.open_case(brand=hale, customer=ada, subject="Another", words=words, channel="email", at=now)[0]


@pytest.fixture
def deleted(refund, other, task, cleo, now) -> Case:
    return cases.delete(refund, by=cleo, at=now)


@pytest.fixture
def ask(client, bea, now):
    token = staff.make_token(bea, label="test", by=bea.key, at=now)

    def asking(path, body=None):
        known = {"content_type": "application/json", "headers": {"authorization": f"Bearer {token}"}}
        if body is None:
            return client.get(f"/api/v1{path}", **known)
        return client.post(f"/api/v1{path}", json.dumps(body), **known)

    return asking


def test_its_tasks_are_neither_read_nor_done_by_programs(ask, deleted, task):
    assert ask(f"/cases/{deleted.ref}").status_code == 404
    assert ask(f"/tasks/{task.ref}").status_code == 404
    assert ask(f"/tasks/{task.ref}/answers", {"text": "Tomorrow."}).status_code == 404
    assert ask(f"/tasks/{task.ref}/completion", {"text": "Done."}).status_code == 404
    assert [word.kind for word in task.words.all()] == ["given"]


def test_the_tasks_of_what_became_part_of_it_are_not_either(ask, refund, other, task, bea, cleo, now):
    cases.merge(refund, into=other, by=bea, at=now)
    assert ask(f"/tasks/{task.ref}").status_code == 200
    cases.delete(other, by=cleo, at=now)
    assert ask(f"/tasks/{task.ref}").status_code == 404
    assert ask(f"/cases/{refund.ref}").status_code == 404


def test_the_page_of_its_customer_does_not_tell_an_agent_of_it(client, deleted, bea, cleo):
    address = reverse("customer", args=[deleted.customer.ref])
    client.force_login(bea)
    told = client.get(address).content.decode()
    assert "Another" in told
    assert deleted.ref not in told
    client.force_login(cleo)
    assert deleted.ref in client.get(address).content.decode()


@pytest.mark.parametrize("behind", ["", "customer", "about"])
def test_the_ledger_does_not_tell_an_agent_what_was_promised_in_it(client, refund, other, task, bea, cleo, now, behind):
    cases.promise(refund, words="I ring you on Friday", due_at=now + dt.timedelta(days=4), by=bea, at=now)
    asked = {"": {}, "customer": {"customer": refund.customer.ref}, "about": {"about": refund.ref}}[behind]
    cases.delete(refund, by=cleo, at=now)
    client.force_login(bea)
    told = client.get(reverse("ledger"), asked).content.decode()
    assert "I ring you on Friday" not in told
    assert f"/cases/{refund.ref}" not in told
    assert task.ref not in told
    assert (other.ref in told) == (behind != "about")
    client.force_login(cleo)
    assert "I ring you on Friday" in client.get(reverse("ledger"), asked).content.decode()


def test_work_on_many_cases_that_could_not_be_done_there_does_not_name_it(client, refund, other, bea, cleo, now):
    made = bulk.begin(Wanted(Deed.TAKE), [refund.pk], by=bea, at=now)
    cases.delete(refund, by=cleo, at=now)
    while bulk.do_some(made, at=now):
        pass
    client.force_login(bea)
    told = client.get(reverse("inbox-view", args=["all"]), {"bulk": str(made.pk)}).content.decode()
    assert "1 was not done:" in told
    assert "My refund" not in told


def test_a_customer_of_whom_nothing_else_is_known_is_out_of_sight(client, refund, bea, cleo, now):
    cases.delete(refund, by=cleo, at=now)
    for who, status in ((bea, 404), (cleo, 200)):
        client.force_login(who)
        assert client.get(reverse("customer", args=[refund.customer.ref])).status_code == status


def test_its_reference_finds_as_much_as_one_that_nobody_has(client, deleted, bea, cleo):
    client.force_login(bea)
    for typed in (deleted.ref, deleted.ref.removeprefix("C-"), "C-222222"):
        assert client.get(reverse("search"), {"q": typed}).status_code == 200
    client.force_login(cleo)
    assert client.get(reverse("search"), {"q": deleted.ref}).headers["Location"] == reverse("case", args=[deleted.ref])


def test_a_reference_of_what_became_part_of_it_finds_nothing_either(client, refund, other, bea, cleo, now):
    cases.merge(refund, into=other, by=bea, at=now)
    client.force_login(bea)
    assert client.get(reverse("search"), {"q": refund.ref}).headers["Location"] == reverse("case", args=[other.ref])
    cases.delete(other, by=cleo, at=now)
    assert client.get(reverse("search"), {"q": refund.ref}).status_code == 200


def test_the_case_that_follows_it_does_not_say_what_it_was_about(client, refund, bea, cleo, now):
    cases.resolve(refund, by=bea, at=now)
    cases.close_due(at=now + dt.timedelta(days=8))
    refund.refresh_from_db()
    new = cases.follow_up(refund, by=bea, at=now + dt.timedelta(days=8))
    client.force_login(bea)
    shown, link = reverse("case", args=[new.ref]), f'href="{reverse("case", args=[refund.ref])}'
    assert link in client.get(shown).content.decode()
    cases.delete(refund, by=cleo, at=now + dt.timedelta(days=8))
    assert link not in client.get(shown).content.decode()


def test_how_its_customer_is_won_back_is_no_agents_matter_any_more(client, refund, other, bea, cleo, now):
    found = recovery.open_by_hand(refund, Trigger.Kind.COMPLAINT, by=bea, at=now)
    client.force_login(bea)
    page = reverse("recovery", args=[found.ref])
    assert client.get(page).status_code == 200
    cases.delete(refund, by=cleo, at=now)
    assert client.get(page).status_code == 404
    assert not Recovery.objects.visible_to(bea).exists()
    assert Recovery.objects.visible_to(cleo).exists()


def test_what_was_told_of_it_stands_on_no_page_of_notices(client, refund, other, bea, cleo, now):
    for case in (refund, other):
        said = {"about": case.ref, "said": case.subject, "path": reverse("case", args=[case.ref])}
        notices.note(bea, Kind.YOURS, key=f"told.{case.ref}", at=now, **said)
    cases.delete(refund, by=cleo, at=now)
    while following.work(at=timezone.now()):
        pass
    assert list(bea.notices.values_list("said", flat=True)) == ["Another"]


def test_the_time_that_was_spent_on_it_is_seen_by_who_may_see_it(refund, other, bea, cleo, now):
    Organisation.objects.update(tracks_time=True)
    for case in (refund, other):
        hours.note_time(case, minutes=5, by=bea, at=timezone.now())
    cases.delete(refund, by=cleo, at=now)
    assert [entry.case for entry in TimeEntry.objects.visible_to(bea)] == [other]
    assert TimeEntry.objects.visible_to(cleo).count() == 2


def test_how_it_was_for_its_customer_is_seen_by_who_may_see_it(refund, bea, cleo, now):
    cases.resolve(refund, by=bea, at=now)
    feedback.state(refund, Account("A refund", 4, True), by=bea, at=now)
    assert Closing.objects.visible_to(bea).exists()
    cases.delete(refund, by=cleo, at=now)
    assert not Closing.objects.visible_to(bea).exists()
    assert Closing.objects.visible_to(cleo).exists()
