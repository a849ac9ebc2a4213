"""Cases are linked with each other, and a parent that is resolved tells its open children."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases.actions import links
from makegood.cases.models import Case, Link, Way
from makegood.cases.words import Words
from makegood.clockwork import following
from makegood.events.models import Event
from makegood.events.refusals import Refusal

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def opened(hale, ada, now):
    def open_one(subject: str) -> Case:
        words = Words(text=subject, sender="ada@customer.example")
        return cases.open_case(brand=hale, customer=ada, subject=subject, words=words, channel="email", at=now)[0]

    return open_one


@pytest.fixture
def kettle(opened):
    return opened("Kettle")


@pytest.fixture
def lamp(opened):
    return opened("Lamp")


def ways(case) -> list[tuple[str, Way]]:
    return [(end[0].subject, end[1]) for link in Link.objects.standing().of_case(case) if (end := link.seen_from(case))]


def told(case) -> list[str]:
    return list(Event.objects.about(case.ref).filter(name="case.parent_resolved").values_list("about", flat=True))


def test_a_link_reads_from_both_sides_and_both_tell_of_it(refund, kettle, bea, now):
    links.link(kettle, way=Way.PARENT_OF, other=refund, by=bea, at=now)
    assert ways(refund) == [("Kettle", Way.CHILD_OF)]
    assert ways(kettle) == [("My refund", Way.PARENT_OF)]
    happened = {one.about: one.data["way"] for one in Event.objects.filter(name="case.linked")}
    assert happened == {refund.ref: "child-of", kettle.ref: "parent-of"}


@pytest.mark.parametrize("way", list(Way))
def test_said_again_from_either_side_it_stays(refund, kettle, bea, now, way):
    links.link(refund, way=way, other=kettle, by=bea, at=now)
    links.link(kettle, way=way.mirror, other=refund, by=bea, at=now)
    assert ways(refund) == [("Kettle", way)]


def test_one_parent_and_nobody_their_own_ancestor(refund, kettle, lamp, bea, now):
    links.link(refund, way=Way.CHILD_OF, other=kettle, by=bea, at=now)
    links.link(kettle, way=Way.CHILD_OF, other=lamp, by=bea, at=now)
    for case, other in ((refund, lamp), (lamp, refund), (refund, refund)):
        with pytest.raises(Refusal):
            links.link(case, way=Way.CHILD_OF, other=other, by=bea, at=now)
    with pytest.raises(Refusal):
        links.link(refund, way=Way.BLOCKS, other=kettle, by=bea, at=now)


def test_taken_off_once_and_put_back(refund, kettle, bea, now):
    made = links.link(refund, way=Way.RELATED, other=kettle, by=bea, at=now)
    links.unlink(made, by=bea, at=now)
    links.unlink(made, by=bea, at=now)
    assert ways(refund) == []
    assert Event.objects.filter(name="case.unlinked").count() == 2
    links.link(refund, way=Way.RELATED, other=kettle, by=bea, at=now)
    assert ways(kettle) == [("My refund", Way.RELATED)]


def test_a_link_leads_to_what_a_case_was_merged_into_and_back_again(refund, kettle, lamp, bea, now):
    links.link(refund, way=Way.DUPLICATE_OF, other=kettle, by=bea, at=now)
    links.link(lamp, way=Way.BLOCKED_BY, other=refund, by=bea, at=now)
    cases.merge(refund, into=kettle, by=bea, at=now)
    kettle.refresh_from_db()
    assert ways(kettle) == [("Lamp", Way.BLOCKS)]
    cases.unmerge(kettle.merges.get(), by=bea, at=now)
    assert ways(Case.objects.get(pk=kettle.pk)) == [("My refund", Way.DUPLICATED_BY)]


def test_open_children_are_told_once_each_time_their_parent_is_resolved(refund, kettle, lamp, bea, now):
    for child in (kettle, lamp):
        links.link(child, way=Way.CHILD_OF, other=refund, by=bea, at=now)
    later = now + 50 * HOUR
    Case.objects.filter(pk=kettle.pk).update(snoozed_until=later, returns_at=later, is_open=False)
    cases.resolve(lamp, by=bea, at=now)
    cases.resolve(refund, by=bea, at=now + HOUR)
    while following.work(at=now + HOUR):
        pass
    links.tell_children(Case.objects.get(pk=refund.pk), at=now + HOUR)
    assert (len(told(kettle)), len(told(lamp))) == (1, 0)
    assert Case.objects.get(pk=kettle.pk).is_open
    cases.reopen(refund, by=bea, at=now + 2 * HOUR)
    cases.resolve(refund, by=bea, at=now + 3 * HOUR)
    links.tell_children(Case.objects.get(pk=refund.pk), at=now + 3 * HOUR)
    assert len(told(kettle)) == 2
