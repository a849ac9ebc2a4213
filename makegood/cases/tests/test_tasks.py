"""Work given away inside a case: it has a clock of its own, and the customer's promises and owner stay as they are."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases.actions import tasks
from makegood.cases.errand import Errand, Receiver
from makegood.cases.models import Case, Task, TaskState, TaskWord
from makegood.cases.words import File, Words
from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.promises import actions as promises
from makegood.promises.models import Commitment, State

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
PLUMBER = Receiver(address="Office@Plumber.example", name="Plumber & Co", language="en")


def errand(to=PLUMBER, **more) -> Errand:
    return Errand(what="Look at the boiler", receiver=to, text="It drips.", **more)


@pytest.fixture
def boiler(refund, bea, now) -> Task:
    return tasks.give(refund, errand(due_at=now + 3 * DAY), by=bea, at=now)


def states(task: Task) -> dict[str, str]:
    return dict(Commitment.objects.about(task.ref).values_list("key", "state"))


def clock_of(case: Case) -> tuple:
    case.refresh_from_db()
    return case.next_due_at, case.owner_id, case.state


def test_a_task_leaves_the_case_its_owner_and_its_promises_as_they_are(refund, bea, now):
    before = clock_of(refund), list(Commitment.objects.about(refund.ref).values("key", "due_at"))
    task = tasks.give(refund, errand(due_at=now + HOUR), by=bea, at=now)
    promises.settle_due(at=now + 2 * HOUR)
    assert (clock_of(refund), list(Commitment.objects.about(refund.ref).values("key", "due_at"))) == before
    assert states(task) == {"task-answer": State.BROKEN, "task-done": State.BROKEN}
    assert not Commitment.objects.about(task.ref).to_customer().exists()


def test_they_answer_in_a_working_day_and_finish_in_time(boiler, now):
    assert boiler.answer.due_at == now + DAY
    assert boiler.next_due_at == now + DAY
    word = tasks.answer(boiler, Words(text="Tomorrow."), at=now + HOUR)
    boiler.refresh_from_db()
    assert (word.kind, boiler.state, boiler.next_due_at) == ("answered", TaskState.ANSWERED, boiler.due.due_at)
    assert states(boiler) == {"task-answer": State.KEPT, "task-done": State.OPEN}
    tasks.finish(boiler, Words(text="New seal."), at=now + DAY)
    boiler.refresh_from_db()
    assert (boiler.state, boiler.is_open, boiler.has_due) == (TaskState.DONE, False, False)
    assert states(boiler) == {"task-answer": State.KEPT, "task-done": State.KEPT}


def test_what_is_done_late_was_broken_and_says_so(boiler, now):
    promises.settle_due(at=now + 4 * DAY)
    tasks.finish(boiler, at=now + 5 * DAY)
    done = Commitment.objects.get(about=boiler.ref, key="task-done")
    assert (done.state, done.owed, done.done_at) == (State.BROKEN, False, now + 5 * DAY)


def test_when_they_say_it_will_be_done_is_a_promise_where_none_was_made(refund, bea, now):
    task = tasks.give(refund, errand(), by=bea, at=now)
    tasks.answer(task, Words(text=""), says_at=now + 2 * DAY, at=now + HOUR)
    tasks.answer(task, Words(text="Later."), says_at=now + 9 * DAY, at=now + 2 * HOUR)
    task.refresh_from_db()
    assert (task.due.due_at, task.says_at) == (now + 2 * DAY, now + 9 * DAY)
    with pytest.raises(Refusal):
        tasks.answer(task, Words(text="?"), says_at=now, at=now + HOUR)
    with pytest.raises(Refusal) as refusal:
        tasks.answer(task, Words(text="?"), says_at=now.replace(year=3000), at=now + HOUR)
    assert refusal.value.field == "says"


def test_declining_needs_a_reason_and_owes_nothing_more(boiler, now):
    with pytest.raises(Refusal):
        tasks.decline(boiler, Words(text=" "), at=now + HOUR)
    tasks.decline(boiler, Words(text="We do no boilers."), at=now + HOUR)
    assert states(boiler) == {"task-answer": State.KEPT, "task-done": State.EXCUSED}
    assert Task.objects.get().state == TaskState.DECLINED


def test_a_team_takes_it_on_and_another_colleague_may_take_it_over(refund, support, bea, cleo, now):
    task = tasks.give(refund, errand(Receiver(team=support)), by=cleo, at=now)
    tasks.accept(task, by=bea, at=now + HOUR)
    tasks.accept(task, by=bea, at=now + HOUR)
    assert tasks.accept(task, by=cleo, at=now + 2 * HOUR).taken_by == cleo
    assert Event.objects.filter(name="task.accepted").count() == 2
    assert (task.receiver, states(task)) == ("Support", {"task-answer": State.KEPT})


def test_a_contractors_task_is_not_taken_on_by_a_colleague(boiler, bea, now):
    with pytest.raises(Refusal):
        tasks.accept(boiler, by=bea, at=now)


def test_taking_back_calls_off_what_was_owed_once(boiler, bea, now):
    tasks.take_back(boiler, text="Solved.", by=bea, at=now + HOUR)
    tasks.take_back(boiler, by=bea, at=now + HOUR)
    assert states(boiler) == {"task-answer": State.EXCUSED, "task-done": State.EXCUSED}
    assert boiler.words.filter(kind=TaskWord.Kind.TAKEN_BACK).count() == 1
    tasks.answer(boiler, Words(text="Too late?"), at=now + 2 * HOUR)
    boiler.refresh_from_db()
    assert (boiler.state, boiler.words.count()) == (TaskState.TAKEN_BACK, 3)


def test_a_machine_that_answers_has_not_answered(boiler, now):
    tasks.file_automatic(boiler, Words(text="We are on holiday."), at=now + HOUR)
    boiler.refresh_from_db()
    assert (boiler.state, states(boiler)["task-answer"]) == (TaskState.ASKED, State.OPEN)


def test_tasks_go_along_when_their_case_is_merged(boiler, refund, hale, ada, bea, now):
    words = Words(text="Again!", sender="ada@customer.example")
    other, _ = cases.open_case(brand=hale, customer=ada, subject="Again", words=words, channel="email", at=now)
    cases.merge(refund, into=other, by=bea, at=now)
    assert list(Task.objects.of_case(other)) == [boiler]
    tasks.finish(boiler, at=now + HOUR)
    assert Event.objects.get(name="task.done").about == other.ref
    assert tasks.take_all_back(other, by=bea, at=now + HOUR) == 0


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (Errand(what=" ", receiver=PLUMBER), "what"),
        (Errand(what="x", receiver=Receiver()), "to"),
        (Errand(what="x", receiver=PLUMBER, due_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC)), "due"),
        (Errand(what="x", receiver=PLUMBER, due_at=dt.datetime(3000, 1, 1, tzinfo=dt.UTC)), "due"),
    ],
)
def test_what_makes_no_sense_is_said_and_writes_nothing(refund, bea, now, wrong, field):
    with pytest.raises(Refusal) as refusal:
        tasks.give(refund, wrong, by=bea, at=now)
    assert refusal.value.field == field
    assert not Task.objects.exists()


def test_a_junked_case_gives_no_tasks(refund, bea, now):
    cases.junk(refund, by=bea, at=now)
    with pytest.raises(Refusal):
        tasks.give(refund, errand(), by=bea, at=now)


def test_one_address_gets_no_flood_of_mail(refund, bea, now):
    for _number in range(30):
        tasks.give(refund, errand(), by=bea, at=now)
    with pytest.raises(Refusal):
        tasks.give(refund, errand(), by=bea, at=now)
    assert Task.objects.count() == 30
    tasks.give(refund, errand(), by=bea, at=now + 2 * HOUR)


def test_files_are_kept_with_the_word_they_came_with(refund, bea, now):
    task = tasks.give(refund, errand(files=(File("plan.pdf", "application/pdf", b"%PDF"),)), by=bea, at=now)
    word = tasks.answer(task, Words(text="", files=(File("seal.png", "image/png", b"x"),)), at=now + HOUR)
    assert [file.name for file in task.words.get(kind="given").files.all()] == ["plan.pdf"]
    assert [file.name for file in word.files.all()] == ["seal.png"]


def test_the_directory_says_how_fast_they_answer(refund, hale, bea, now):
    known = tasks.save_contractor(
        None, name="Baltic Repairs", address="jobs@baltic.example", language="lt", answer_days=2, brands=[hale],
        by=bea, at=now,
    )  # fmt: skip
    task = tasks.give(refund, errand(Receiver(contractor=known)), by=bea, at=now)
    assert (task.receiver, task.address, task.language) == ("Baltic Repairs", "jobs@baltic.example", "lt")
    assert task.answer.due_at == now + 2 * DAY
