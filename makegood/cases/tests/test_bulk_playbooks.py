"""A playbook is started on many cases and its steps are ticked, by the rules of the single acts; undone where nobody went on."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases.actions import bulk, checklists, tasks
from makegood.cases.actions.bulk import Wanted
from makegood.cases.errand import Receiver, StepErrand
from makegood.cases.models import Bulk, Checklist, Deed, Playbook, Step, Task, TaskState
from makegood.events.models import Event
from makegood.events.refusals import Refusal

MINUTE = dt.timedelta(minutes=1)
RING, PAY = "Ring the bank", "Pay it back"


@pytest.fixture
def book(support, cleo, now) -> Playbook:
    """Ringing first, then Support pays."""
    made = checklists.save_playbook(None, name="Refund", steps=[RING, PAY], team=None, in_turn=True, by=cleo, at=now)
    checklists.delegate(made, [StepErrand(step=PAY, receiver=Receiver(team=support))], by=cleo, at=now)
    return made


def done(wanted, on, by, at) -> Bulk:
    made = bulk.begin(wanted, [case.pk for case in on], by=by, at=at)
    bulk.do_few(made, at=at)
    return made


def undone(made, by, at) -> Bulk:
    back = bulk.undo(made, by=by, at=at)
    bulk.do_few(back, at=at)
    return back


def became(made) -> list[tuple[str, str]]:
    return list(made.rows.order_by("number").values_list("state", "told"))


def step(case, words) -> Step:
    return Step.objects.of_case(case).select_related("checklist__case", "task").get(words=words)


def test_a_playbook_is_started_on_each_case_that_does_not_run_it_and_taken_off_again(three, book, bea, cleo, now):
    mine = checklists.start(three[1], book, by=cleo, at=now)
    made = done(Wanted(Deed.START, playbook=book), three, bea, now)
    assert became(made) == [("done", ""), ("skipped", "It runs this playbook already."), ("done", "")]
    assert Checklist.objects.count() == 3
    assert Event.objects.filter(name="checklist.started", by=bea.key).count() == 2
    assert became(undone(made, bea, now)) == [("done", ""), ("done", "")]
    assert list(Checklist.objects.all()) == [mine], "what ran before stays"


def test_a_checklist_that_somebody_has_begun_is_not_taken_off(three, book, bea, cleo, now):
    made = done(Wanted(Deed.START, playbook=book), three, bea, now)
    checklists.tick(step(three[0], RING), by=cleo, at=now)
    checklists.leave_out(step(three[1], PAY), reason="He paid", by=cleo, at=now)
    begun = ("refused", "Somebody has begun its steps meanwhile.")
    assert became(undone(made, bea, now)) == [begun, begun, ("done", "")]
    assert set(Checklist.objects.values_list("case", flat=True)) == {three[0].pk, three[1].pk}


def test_tasks_that_it_gave_are_taken_back_with_it_unless_they_are_begun(three, support, bea, cleo, now):
    given = checklists.save_playbook(None, name="Return", steps=[PAY], team=None, by=cleo, at=now)
    checklists.delegate(given, [StepErrand(step=PAY, receiver=Receiver(team=support))], by=cleo, at=now)
    made = done(Wanted(Deed.START, playbook=given), three[:2], bea, now)
    tasks.accept(step(three[1], PAY).task, by=cleo, at=now)
    assert [state for state, _told in became(undone(made, bea, now))] == ["done", "refused"]
    assert [task.state for task in Task.objects.order_by("id")] == [TaskState.TAKEN_BACK, TaskState.ACCEPTED]
    assert Checklist.objects.get().case == three[1]


def test_what_was_taken_off_by_hand_needs_no_undoing(three, book, bea, now):
    made = done(Wanted(Deed.START, playbook=book), three[:1], bea, now)
    checklists.remove(Checklist.objects.get(), by=bea, at=now)
    assert became(undone(made, bea, now)) == [("skipped", "Its checklist was taken off already.")]


def test_a_playbook_that_one_may_not_start_by_hand_is_not_started_on_many(three, book, support, bea, cleo, hale, now):
    late = bulk.begin(Wanted(Deed.START, playbook=book), [three[0].pk], by=bea, at=now)
    checklists.retire_playbook(book, by=cleo, at=now)
    bulk.do_few(late, at=now)
    assert became(late) == [("refused", "This playbook cannot be started any more.")]
    assert not Checklist.objects.exists()


def test_a_playbook_of_another_team_is_not_started(three, support, cleo, eve, bea, now):
    theirs = checklists.save_playbook(None, name="Ours", steps=[RING], team=eve.teams.get(), by=cleo, at=now)
    assert [state for state, _told in became(done(Wanted(Deed.START, playbook=theirs), three, bea, now))] == [
        "refused"
    ] * 3


def test_a_step_is_ticked_where_it_is_open_and_the_next_opens(three, book, bea, cleo, now):
    for case in three[:2]:
        checklists.start(case, book, by=cleo, at=now)
    checklists.tick(step(three[0], RING), by=cleo, at=now)
    made = done(Wanted(Deed.TICK, playbook=book, words=RING), three, bea, now + MINUTE)
    assert became(made) == [
        ("skipped", "The step is done already, or left out."),
        ("done", ""),
        ("refused", "It does not run this playbook."),
    ]
    assert (step(three[0], RING).done_by, step(three[1], RING).done_by) == (cleo, bea)
    assert step(three[1], PAY).task is not None, "it opened, and was given"
    assert became(undone(made, bea, now + MINUTE)) == [("done", "")]
    assert (step(three[0], RING).state, step(three[1], RING).state, step(three[1], PAY).state) == (
        "done", "open", "waiting",
    )  # fmt: skip
    assert Event.objects.about(three[1].ref).filter(name="step.undone", by=bea.key).exists()


def test_a_step_whose_turn_it_is_not_is_refused_as_by_hand(three, book, bea, cleo, now):
    checklists.start(three[0], book, by=cleo, at=now)
    made = done(Wanted(Deed.TICK, playbook=book, words=PAY), three[:1], bea, now)
    assert became(made) == [("refused", f"This step waits. First comes: {RING}")]
    other = done(Wanted(Deed.TICK, playbook=book, words="Write a poem"), three[:1], bea, now)
    assert became(other) == [("refused", "Its checklist has no such step.")]
    assert step(three[0], PAY).state == "waiting"


def test_a_tick_is_taken_back_only_where_it_still_stands(three, book, bea, cleo, now):
    for case in three:
        checklists.start(case, book, by=cleo, at=now)
    made = done(Wanted(Deed.TICK, playbook=book, words=RING), three, bea, now)
    checklists.untick(step(three[0], RING), by=cleo, at=now)
    checklists.tick(step(three[0], RING), by=cleo, at=now)
    checklists.untick(step(three[1], RING), by=cleo, at=now)
    checklists.remove(step(three[2], RING).checklist, by=cleo, at=now)
    assert became(undone(made, bea, now)) == [
        ("refused", "Somebody has changed the step meanwhile."),
        ("skipped", "The step is not ticked any more."),
        ("refused", "Its checklist was taken off meanwhile."),
    ]
    assert step(three[0], RING).done_by == cleo


def test_of_two_steps_with_the_same_words_the_first_open_one_is_ticked(three, bea, cleo, now):
    twice = checklists.save_playbook(None, name="Twice", steps=[RING, RING], team=None, by=cleo, at=now)
    checklists.start(three[0], twice, by=cleo, at=now)
    wanted = Wanted(Deed.TICK, playbook=twice, words=RING)
    states = [became(done(wanted, three[:1], bea, now))[0][0] for _press in range(3)]
    assert states == ["done", "done", "skipped"]


def test_the_steps_of_a_case_that_became_part_of_another_are_ticked_there(three, book, bea, cleo, now):
    checklists.start(three[0], book, by=cleo, at=now)
    cases.merge(three[0], into=three[1], by=bea, at=now)
    assert became(done(Wanted(Deed.TICK, playbook=book, words=RING), [three[1]], bea, now)) == [("done", "")]
    started = done(Wanted(Deed.START, playbook=book), [three[1]], bea, now)
    assert became(started) == [("skipped", "It runs this playbook already.")]


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        (Wanted(Deed.START), "playbook"),
        (Wanted(Deed.TICK, words=RING), "playbook"),
        (Wanted(Deed.TICK, playbook=Playbook(), words=" "), "step"),
    ],
)
def test_what_is_not_chosen_is_asked_for_before_it_begins(three, bea, now, wanted, field):
    with pytest.raises(Refusal) as refused:
        bulk.begin(wanted, [three[0].pk], by=bea, at=now)
    assert refused.value.field == field
    assert not Bulk.objects.exists()
