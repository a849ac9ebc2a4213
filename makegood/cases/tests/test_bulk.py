"""One act on many cases goes by the verb of the single act, row by row, tells what it could not do, and is undone once."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases.actions import bulk, tags, tasks
from makegood.cases.actions.bulk import Wanted
from makegood.cases.errand import Errand, Receiver
from makegood.cases.models import BulkRow, Case, CaseState, Deed, Shelf
from makegood.cases.words import Words
from makegood.conftest import person
from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.staff import actions as staff
from makegood.staff.models import Role

MINUTE = dt.timedelta(minutes=1)


def done(wanted, on, by, at):
    made = bulk.begin(wanted, [case.pk for case in on], by=by, at=at)
    while bulk.do_some(made, at=at):
        pass
    made.refresh_from_db()
    return made


def states(made) -> list[str]:
    return list(made.rows.order_by("number").values_list("state", flat=True))


def told(made) -> list[str]:
    return [text for text in made.rows.order_by("number").values_list("told", flat=True) if text]


def again(on) -> list[Case]:
    return [Case.objects.select_related("owner", "team").get(pk=case.pk) for case in on]


def test_cases_are_taken_with_the_events_of_single_acts_and_given_back(three, bea, cleo, now):
    cases.assign(three[0], owner=cleo, by=cleo, at=now)
    cases.assign(three[1], owner=bea, by=bea, at=now)
    made = done(Wanted(Deed.TAKE), three, bea, now)
    assert states(made) == ["done", "skipped", "done"]
    assert made.finished_at is not None
    assert {case.owner for case in again(three)} == {bea}
    assert Event.objects.filter(name="case.assigned", about=three[2].ref, by=bea.key).count() == 1
    back = bulk.undo(made, by=bea, at=now + MINUTE)
    assert bulk.undo(made, by=bea, at=now + MINUTE) == back
    bulk.do_some(back, at=now + MINUTE)
    assert [case.owner for case in again(three)] == [cleo, bea, None]


def test_what_somebody_changed_meanwhile_is_not_taken_back(three, bea, cleo, now):
    made = done(Wanted(Deed.TAKE), three[:1], bea, now)
    cases.assign(three[0], owner=cleo, by=cleo, at=now)
    back = bulk.undo(made, by=bea, at=now)
    bulk.do_some(back, at=now)
    assert told(back) == ["Somebody else has it meanwhile."]
    assert again(three)[0].owner == cleo


def test_only_colleagues_of_its_team_are_given_a_case(three, bea, cleo, eve, now):
    refused = done(Wanted(Deed.GIVE, owner=eve), three, bea, now)
    assert told(refused) == ["Eve does not work in its team. Hand it over instead."] * 3
    done(Wanted(Deed.GIVE, owner=cleo), three, bea, now)
    assert {case.owner for case in again(three)} == {cleo}
    done(Wanted(Deed.GIVE), three, bea, now)
    assert {case.owner for case in again(three)} == {None}


def test_teams_are_asked_and_the_offer_is_taken_back(three, hale, bea, now):
    warehouse = staff.make_team(name="Warehouse", by="", at=now)
    person("Tom", Role.AGENT, [warehouse], now)
    wanted = Wanted(Deed.HAND_OVER, team=warehouse, words="It lies with you.")
    assert told(done(wanted, three[:1], bea, now)) == ["The team does not serve its brand."]
    warehouse.brands.add(hale)
    made = done(wanted, three, bea, now)
    assert states(made) == ["done"] * 3
    assert {case.team.name for case in again(three)} == {"Support"}, "until they accept"
    bulk.do_some(bulk.undo(made, by=bea, at=now), at=now)
    assert Event.objects.filter(name="case.offer_ended").count() == 3


def test_tags_are_put_on_and_only_those_that_came_are_taken_back(three, bea, now):
    tags.put_on(three[0], ["bank"], by=bea, at=now)
    made = done(Wanted(Deed.TAG, words="bank, angry"), three, bea, now)
    assert [case.tag_names for case in again(three)] == [["angry", "bank"]] * 3
    bulk.do_some(bulk.undo(made, by=bea, at=now), at=now)
    assert [case.tag_names for case in again(three)] == [["bank"], [], []]


@pytest.mark.parametrize("words", ["x" * 41, 'say "hi"', ",".join(f"t{number}" for number in range(31))])
def test_a_tag_that_no_case_can_bear_is_refused_before_anything_begins(three, bea, now, words):
    with pytest.raises(Refusal) as refused:
        bulk.begin(Wanted(Deed.TAG, words=f"bank,{words}"), [case.pk for case in three], by=bea, at=now)
    assert refused.value.field == "tags"
    assert [case.tag_names for case in again(three)] == [[], [], []]


def test_resolving_stops_at_open_tasks_and_has_no_undo(three, bea, now):
    errand = Errand(what="Look", receiver=Receiver(address="office@plumber.example", name="Plumber"))
    tasks.give(three[0], errand, by=bea, at=now)
    cases.resolve(three[1], by=bea, at=now)
    made = done(Wanted(Deed.RESOLVE), three, bea, now)
    assert states(made) == ["refused", "skipped", "done"]
    assert "open tasks" in told(made)[0]
    assert again(three)[2].state == CaseState.RESOLVED
    with pytest.raises(Refusal):
        bulk.undo(made, by=bea, at=now)


def test_junk_comes_back(three, bea, now):
    made = done(Wanted(Deed.JUNK), three, bea, now)
    assert {case.shelf for case in again(three)} == {Shelf.JUNK}
    bulk.do_some(bulk.undo(made, by=bea, at=now), at=now)
    assert {case.shelf for case in again(three)} == {Shelf.NONE}


def test_nobody_acts_on_what_they_cannot_see(three, eve, bea, cleo, now):
    made = done(Wanted(Deed.TAKE), three, eve, now)
    assert states(made) == ["refused"] * 3
    assert {case.owner for case in again(three)} == {None}
    cases.delete(three[0], by=cleo, at=now)
    cases.merge(three[1], into=three[2], by=bea, at=now)
    assert states(done(Wanted(Deed.TAKE), three, bea, now)) == ["refused", "skipped", "done"]
    late = bulk.begin(Wanted(Deed.TAG, words="x"), [three[2].pk], by=bea, at=now)
    staff.deactivate(bea, by="", at=now)
    bulk.do_some(late, at=now)
    assert states(late) == ["refused"]


@pytest.mark.parametrize(
    "wanted", [Wanted(Deed.TAG, words=" , "), Wanted(Deed.HAND_OVER, words="why"), Wanted(Deed.UNDO)]
)
def test_what_makes_no_sense_is_refused_before_it_begins(three, bea, now, wanted):
    with pytest.raises(Refusal):
        bulk.begin(wanted, [three[0].pk], by=bea, at=now)
    with pytest.raises(Refusal):
        bulk.begin(Wanted(Deed.TAKE), [], by=bea, at=now)


def test_the_worker_goes_on_with_many_and_finishes_once(hale, ada, bea, now):
    several = [
        cases.open_case(brand=hale, customer=ada, subject="n", words=Words(text="x"), channel="email", at=now)[0].pk
        for _number in range(bulk.AT_ONCE + 5)
    ]
    made = bulk.begin(Wanted(Deed.TAKE), several, by=bea, at=now)
    assert bulk.work(at=now) == bulk.AT_ONCE
    assert made.rows.filter(state=BulkRow.State.WAITING).count() == 5
    assert [bulk.work(at=now), bulk.work(at=now)] == [5, 0]
    assert Case.objects.filter(owner=bea).count() == bulk.AT_ONCE + 5
    finished = Event.objects.get(name="bulk.finished")
    assert finished.data == {"bulk": str(made.pk), "done": bulk.AT_ONCE + 5, "refused": 0}


def test_an_undo_stops_what_still_waits(hale, ada, bea, now):
    several = [
        cases.open_case(brand=hale, customer=ada, subject="n", words=Words(text="x"), channel="email", at=now)[0].pk
        for _number in range(bulk.AT_ONCE + 5)
    ]
    made = bulk.begin(Wanted(Deed.TAKE), several, by=bea, at=now)
    bulk.work(at=now)
    bulk.undo(made, by=bea, at=now)
    while bulk.work(at=now):
        pass
    assert not Case.objects.filter(owner=bea).exists()
    assert states(made).count("skipped") == 5


def test_what_is_long_past_is_forgotten_with_its_undo(three, bea, now):
    made = done(Wanted(Deed.TAKE), three, bea, now)
    bulk.do_some(bulk.undo(made, by=bea, at=now), at=now)
    assert bulk.forget_old(at=now + dt.timedelta(days=29)) == 0
    assert [bulk.forget_old(at=now + dt.timedelta(days=31)) for _time in range(2)] == [1, 0]
    assert not BulkRow.objects.exists()
    assert {case.owner for case in again(three)} == {None}
