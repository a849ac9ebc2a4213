"""Tasks at the desk: given, taken, answered, done, and resolved around with eyes open."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions import tasks
from makegood.cases.errand import Errand, Receiver
from makegood.cases.models import CaseState, Contractor, Task, TaskState
from makegood.cases.words import File, Words

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


def give(case, by, at=None, to=None, **more) -> Task:
    to = to or Receiver(address="office@plumber.example", name="Plumber & Co")
    return tasks.give(case, Errand(what="Look at the boiler", receiver=to, **more), by=by, at=at or timezone.now())


def shown(client, case) -> str:
    return client.get(reverse("case", args=[case.ref])).content.decode()


def act(client, task, name, **typed):
    return client.post(reverse(name, args=[task.case.ref, task.pk]), typed)


def new(case) -> str:
    return reverse("case-task-new", args=[case.ref])


def test_a_case_without_tasks_says_so_and_leads_to_giving_one(at_desk, refund):
    page = shown(at_desk, refund)
    assert "Nothing is given to a team or a contractor." in page
    assert new(refund) in page


def test_the_page_asks_no_more_without_tasks_one_with_them_and_one_for_files(
    at_desk, refund, bea, now, django_assert_max_num_queries
):
    shown(at_desk, refund)
    with django_assert_max_num_queries(27):
        shown(at_desk, refund)
    for _number in range(12):
        task = give(refund, bea, files=(File("plan.txt", "text/plain", b"x"),))
        tasks.answer(task, Words(text="On Monday."), at=timezone.now())
    with django_assert_max_num_queries(29):
        assert shown(at_desk, refund).count("On Monday.") == 12


def test_bea_gives_a_contractor_a_task_with_a_file_of_the_case(at_desk, refund, hale, cleo, bea, now):
    known = tasks.save_contractor(
        None, name="Baltic Repairs", address="jobs@baltic.example", language="lt", answer_days=1, brands=[hale],
        by=cleo, at=now,
    )  # fmt: skip
    words = Words(text="Here.", files=(File("photo.png", "image/png", b"x"),))
    message = cases.add_words(refund, customer=refund.customer, words=words, channel="email", at=now)
    page = at_desk.get(new(refund)).content.decode()
    assert "photo.png" in page
    assert "Baltic Repairs" in page
    due = timezone.localtime(timezone.now() + DAY).strftime("%Y-%m-%dT%H:%M")
    typed = {
        "what": "Look at the boiler", "text": "It drips.\r\nCome soon.", "to": f"contractor:{known.pk}",
        "language": "en", "when": due, "of_case": str(message.attachments.get().pk),
        "attachments": SimpleUploadedFile("plan.txt", b"plan"),
    }  # fmt: skip
    came = at_desk.post(new(refund), typed)
    task = Task.objects.get()
    assert came.url.endswith(f"#task-{task.pk}")
    word = task.words.get()
    assert (task.receiver, word.text) == ("Baltic Repairs", "It drips.\nCome soon.")
    assert {file.name for file in word.files.all()} == {"photo.png", "plan.txt"}
    page = shown(at_desk, refund)
    for told in ("Look at the boiler", "Baltic Repairs", "jobs<wbr>@baltic.example", "gave the task"):
        assert told in page


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"what": ""}, "This field is required"),
        ({"to": ""}, "Choose a team or a contractor, or write a mail address below."),
        ({"to": "", "address": "nobody"}, "Enter a valid email address"),
        ({"when": "2020-01-01T10:00"}, "it has gone by."),
        ({"when": "when pigs fly"}, "This time is not understood"),
        ({"to": "team:none"}, "Select a valid choice"),
    ],
)
def test_what_makes_no_sense_is_told_and_nothing_typed_is_lost(at_desk, refund, support, typed, told):
    sent = {"what": "Look at it", "text": "Words I typed", "to": f"team:{support.pk}", "language": "en"} | typed
    response = at_desk.post(new(refund), sent)
    page = response.content.decode()
    assert response.status_code == 422
    assert told in page
    assert "Words I typed" in page
    assert not Task.objects.exists()


def test_a_time_in_words_is_shown_before_the_task_is_given_and_then_its_end_counts(at_desk, refund, support):
    sent = {"what": "Look at it", "to": f"team:{support.pk}", "language": "en", "when": "po dviejų dienų"}
    first = at_desk.post(new(refund), sent)
    assert (first.status_code, Task.objects.count()) == (422, 0)
    wanted = first.context["form"].due
    at_desk.post(new(refund), sent | {"understood": wanted.at.isoformat(), "read": wanted.words})
    due = Task.objects.get().due.due_at
    assert due == wanted.at
    assert dt.timedelta() <= timezone.now() + 2 * DAY - due < HOUR  # a length of time, not the morning of that day
    assert "To be done by:" in shown(at_desk, refund)


def test_when_they_will_be_done_is_noted_in_words_once_it_has_been_shown(at_desk, refund, bea):
    task = give(refund, bea)
    first = act(at_desk, task, "task-answer", words="", when="in 3 days")
    wanted = first.context["task_typed"]["wanted"]
    assert (first.status_code, wanted.is_shown) == (422, False)
    act(at_desk, task, "task-answer", words="", when="in 3 days", understood=wanted.at.isoformat(), read="in 3 days")
    task.refresh_from_db()
    assert task.says_at == task.due.due_at == wanted.at


def test_one_press_takes_a_task_and_another_finishes_it_with_a_word(at_desk, refund, support, bea, cleo):
    task = give(refund, cleo, to=Receiver(team=support))
    act(at_desk, task, "task-taking")
    act(at_desk, task, "task-words", words="Which boiler?")
    act(at_desk, task, "task-completion", words="New seal.")
    task.refresh_from_db()
    assert (task.taken_by, task.state) == (bea, TaskState.DONE)
    page = shown(at_desk, refund)
    assert "Which boiler?" in page
    assert "New seal." in page


def test_what_a_contractor_said_on_the_telephone_is_noted(at_desk, refund, bea):
    task = give(refund, bea)
    says = timezone.localtime(timezone.now() + DAY).strftime("%Y-%m-%dT%H:%M")
    act(at_desk, task, "task-answer", words="", when=says)
    task.refresh_from_db()
    assert (task.state, task.says_at) == (TaskState.ANSWERED, task.due.due_at)
    assert act(at_desk, task, "task-taking").status_code == 422
    refused = act(at_desk, task, "task-refusal", words=" ")
    assert (refused.status_code, "Say why" in refused.content.decode()) == (422, True)
    act(at_desk, task, "task-refusal", words="They went bankrupt.")
    task.refresh_from_db()
    assert task.state == TaskState.DECLINED


def test_words_that_do_not_go_through_are_still_there(at_desk, refund, bea):
    task = give(refund, bea)
    page = act(at_desk, task, "task-answer", words="Half a thought", when="2020-01-01T10:00").content.decode()
    assert "This time is not understood, or it has gone by." in page
    assert "Half a thought" in page


def test_a_case_is_not_resolved_with_open_tasks_unsaid_and_never_kept_from_it(at_desk, refund, bea):
    task, resolution = give(refund, bea), reverse("case-resolution", args=[refund.ref])
    asked = at_desk.post(resolution)
    assert (asked.status_code, "1 task is still open." in asked.content.decode()) == (409, True)
    refund.refresh_from_db()
    assert refund.state == CaseState.NEW
    at_desk.post(resolution, {"tasks": "leave"})
    refund.refresh_from_db()
    task.refresh_from_db()
    assert (refund.state, task.is_open) == (CaseState.RESOLVED, True)
    at_desk.post(reverse("case-reopening", args=[refund.ref]))
    at_desk.post(resolution, {"tasks": "back"})
    task.refresh_from_db()
    assert task.state == TaskState.TAKEN_BACK


def test_the_list_shows_what_is_late_first_to_those_whose_it_is(client, refund, support, bea, cleo, eve):
    now = timezone.now()
    late = give(refund, cleo, at=now - DAY, to=Receiver(team=support), due_at=now - HOUR)
    soon = give(refund, cleo, to=Receiver(team=support), due_at=now + HOUR)
    outside = give(refund, cleo)
    tasks.accept(soon, by=bea, at=now)
    rows = {}
    for user in (bea, cleo, eve):
        client.force_login(user)
        for which in ("teams", "mine", "given", "all"):
            rows[user, which] = list(client.get(reverse("tasks"), {"which": which}).context["page"].rows)
    assert rows[bea, "teams"] == [late, soon]
    assert (rows[bea, "mine"], rows[bea, "given"]) == ([soon], [])
    assert rows[cleo, "given"] == [late, soon, outside]
    assert [rows[eve, which] for which in ("teams", "mine", "given", "all")] == [[], [], [], []]


def test_the_list_asks_the_same_whatever_it_holds_and_each_task_is_on_one_page(
    at_desk, refund, support, cleo, django_assert_max_num_queries
):
    for number in range(59):
        give(refund, cleo, to=Receiver(team=support), due_at=timezone.now() + HOUR * (number + 1))
    with django_assert_max_num_queries(10):
        page = at_desk.get(reverse("tasks"))
    more = at_desk.get(reverse("tasks") + page.context["older"])
    seen = [*page.context["page"].rows, *more.context["page"].rows]
    assert (len(page.context["page"].rows), len(seen), len(set(seen))) == (50, 59, 59)


def test_leads_keep_the_directory_of_their_brands(client, hale, support, cleo, bea, now):
    client.force_login(bea)
    assert client.get(reverse("contractors")).status_code == 403
    client.force_login(cleo)
    typed = {"name": "Baltic Repairs", "address": "Jobs@Baltic.example", "language": "lt", "answer_days": 2}
    assert client.post(reverse("contractor-new"), typed).status_code == 422
    typed |= {"brands": str(hale.pk), "is_active": "on"}
    client.post(reverse("contractor-new"), typed)
    kept = Contractor.objects.get()
    assert (kept.address, list(kept.brands.all()), kept.is_active) == ("jobs@baltic.example", [hale], True)
    assert client.post(reverse("contractor-new"), typed).status_code == 422
    client.post(reverse("contractor", args=[kept.pk]), typed | {"is_active": ""})
    assert "not asked any more" in client.get(reverse("contractors")).content.decode()


def test_a_file_of_a_task_is_read_by_those_who_see_its_case(at_desk, client, refund, bea, eve):
    task = give(refund, bea, files=(File("plan.txt", "text/plain", b"x"),))
    address = reverse("task-file", args=[refund.ref, task.words.get().files.get().pk])
    assert at_desk.get(address).status_code == 200
    client.force_login(eve)
    assert client.get(address).status_code == 404
