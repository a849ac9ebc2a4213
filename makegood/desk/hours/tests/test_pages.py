"""Time on the case page: only where it is tracked, then with one question more."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from makegood.cases.actions import hours, tasks
from makegood.cases.errand import Errand, Receiver
from makegood.cases.models import TimeEntry, Timer


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


def page(client, case) -> str:
    return client.get(reverse("case", args=[case.ref])).content.decode()


def questions(client, case) -> int:
    page(client, case)
    with CaptureQueriesContext(connection) as asked:
        page(client, case)
    return len(asked)


def test_switched_on_it_asks_one_question_more_however_much_was_noted(request, at_desk, refund, bea, now):
    without = questions(at_desk, refund)
    assert 'id="hours"' not in page(at_desk, refund)
    assert at_desk.post(reverse("case-hours", args=[refund.ref]), {"minutes": 5}).status_code == 422
    request.getfixturevalue("time_is_tracked")
    assert 'id="hours"' in page(at_desk, refund)
    for _number in range(5):
        hours.note_time(refund, minutes=5, by=bea, at=now)
    assert questions(at_desk, refund) == without + 1


@pytest.mark.usefixtures("time_is_tracked")
def test_timed_and_noted_on_a_task_with_the_sum_beside(at_desk, refund, support, bea, now):
    task = tasks.give(refund, Errand(what="Call the bank", receiver=Receiver(team=support)), by=bea, at=now)
    at_desk.post(reverse("case-timer", args=[refund.ref]), {"task": task.pk})
    assert "Your timer has been running since" in page(at_desk, refund)
    at_desk.post(reverse("timer-stopping", args=[refund.ref]))
    at_desk.post(reverse("case-hours", args=[refund.ref]), {"minutes": "74", "note": "Read it all."})
    assert not Timer.objects.exists()
    assert [(one.minutes, one.task) for one in TimeEntry.objects.of_case(refund)] == [(74, None), (1, task)]
    shown = page(at_desk, refund).split('id="hours"')[1].split("</section>")[0]
    assert "1 hr 15 min" in shown or "1 hr, 15 min" in shown
    assert "Read it all." in shown
    answer = at_desk.post(reverse("case-hours", args=[refund.ref]), {"minutes": "0", "note": "Keep me."})
    assert answer.status_code == 422
    assert 'value="Keep me."' in answer.content.decode()


@pytest.mark.usefixtures("time_is_tracked")
def test_the_page_of_an_entry_corrects_removes_and_tells_what_was(at_desk, refund, bea, now):
    noted = hours.note_time(refund, minutes=20, by=bea, at=now)
    where = reverse("time-entry", args=[refund.ref, noted.pk])
    assert at_desk.post(where, {"minutes": "x"}).status_code == 422
    at_desk.post(where, {"minutes": "30", "note": "With the bank."})
    assert "20 min became 30 min." in at_desk.get(where).content.decode()
    removal = reverse("time-entry-removal", args=[refund.ref, noted.pk])
    assert at_desk.post(removal, {"reason": ""}).status_code == 422
    at_desk.post(removal, {"reason": "Twice."})
    told = at_desk.get(where).content.decode()
    assert "Removed; it said 30 min." in told
    assert "Twice." in told
    assert "Correct it" not in told
