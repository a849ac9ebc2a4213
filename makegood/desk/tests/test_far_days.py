"""A day that nobody means is refused where it is typed, so that no page has to show it."""

import pytest
from django.urls import reverse

from makegood.cases.actions import tasks
from makegood.cases.errand import Errand, Receiver
from makegood.cases.models import Absence, Reminder, Task
from makegood.cases.offers import key_of
from makegood.promises.models import Commitment
from makegood.staff.models import User

LAST = "9999-12-31T23:59"
REFUSED = "Give a day or time in the years 1970 to 2999."
SAID = "I will call you tomorrow at 10."


@pytest.fixture
def post(client, refund, bea):
    """Bea presses something on her case; a colleague in Tokyo then opens it."""

    def press(name, *keys, **typed):
        client.force_login(bea)
        answer = client.post(reverse(name, args=[refund.ref, *keys]), typed)
        User.objects.filter(pk=bea.pk).update(timezone="Asia/Tokyo")
        client.force_login(User.objects.get(pk=bea.pk))
        assert client.get(reverse("case", args=[refund.ref])).status_code == 200
        return answer

    return press


def refused(answer) -> bool:
    return answer.status_code == 422 and REFUSED in answer.content.decode()


def test_a_promise_by_hand(post, refund):
    assert refused(post("case-promises", words="A bear", due=LAST))
    assert not Commitment.objects.about(refund.ref).filter(words="A bear").exists()


def test_a_promise_in_a_reply(post, refund):
    begins = f"promise-{key_of(SAID)}"
    typed = {f"{begins}-decision": "accept", f"{begins}-words": SAID, f"{begins}-due": LAST}
    assert refused(post("case-replies", text=SAID, to="ada@customer.example", **typed))
    assert not refund.messages.filter(kind="reply").exists()


def test_the_new_date_of_a_reply(post, refund):
    assert refused(post("case-replies", text="It takes longer.", to="ada@customer.example", why_due=LAST[:10]))
    assert not refund.messages.filter(kind="reply").exists()


@pytest.mark.parametrize("seen", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-01-01T10:00:00"])
def test_what_is_no_moment_of_ours_was_seen_by_nobody_and_the_reply_leaves(post, refund, seen):
    assert post("case-replies", text="Here it is.", to="ada@customer.example", seen_until=seen).status_code == 302
    assert refund.messages.filter(kind="reply").exists()


def test_when_a_task_is_to_be_done(client, post, refund, support):
    typed = {"what": "Look at it", "to": f"team:{support.pk}", "language": "en", "when": LAST}
    assert refused(post("case-task-new", **typed))
    assert not Task.objects.exists()


def test_when_a_contractor_says_that_it_will_be_done(post, refund, bea, now):
    errand = Errand(what="The boiler", receiver=Receiver(address="office@plumber.example", name="Plumber"))
    task = tasks.give(refund, errand, by=bea, at=now)
    assert refused(post("task-answer", task.pk, words="They called.", when=LAST))
    task.refresh_from_db()
    assert task.says_at is None


@pytest.mark.parametrize("name", ["case-snooze", "case-reminders", "case-nudge"])
def test_a_moment_that_nobody_was_shown(post, refund, name):
    typed = {"when": "in 2 hours", "read": "in 2 hours", "understood": f"{LAST}+00:00"}
    assert post(name, **typed).status_code == 422
    assert not Reminder.objects.exists()


@pytest.mark.parametrize("since", ["0001-01-01", "2026-12-01"])
def test_an_absence(client, hale, bea, since):
    User.objects.filter(pk=bea.pk).update(timezone="America/New_York")
    client.force_login(User.objects.get(pk=bea.pk))
    answer = client.post(reverse("absences"), {"who": bea.pk, "since": since, "until": LAST[:10]})
    assert refused(answer)
    assert not Absence.objects.exists()
