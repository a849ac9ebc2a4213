"""Figures are told of cases, each once, and a fact that comes late corrects the day that it belongs to."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Case, Delivery, Message, MessageKind
from makegood.insight import actions as insight
from makegood.insight.models import CaseDay, Reckoning, Span, Tally, Uncounted
from makegood.insight.tests.conftest import DAY, HOUR, count_all, rows, told
from makegood.promises import actions as promises
from makegood.promises import pace
from makegood.promises.models import Commitment
from makegood.staff.models import Team


@pytest.fixture
def now():
    """A Monday of some weeks ago, ten in the morning in London."""
    day = timezone.now().date() - dt.timedelta(days=42)
    monday = day - dt.timedelta(days=day.weekday())
    return dt.datetime.combine(monday, dt.time(10), tzinfo=dt.UTC)


def day(now, number=0):
    return (now + number * DAY).date().isoformat()


def steps(**hours):
    return {name: {str(pace.step_of(int(each * 3600))): 1} for name, each in hours.items()}


@pytest.fixture
def no_promises(hale):
    hale.charters.all().delete()


def test_a_case_is_opened_answered_and_resolved_on_its_days(no_promises, refund, bea, answer, writes, now):
    answer(refund, bea, now + 2 * HOUR)
    writes(refund, now + 3 * HOUR)
    answer(refund, bea, now + 6 * HOUR, resolves=True)
    count_all()
    assert told() == {day(now): {"opened": 1, "resolved": 1} | steps(first_replies=2, next_replies=3, resolutions=6)}


def test_lengths_are_of_the_brands_working_time(no_promises, refund, bea, answer, now):
    answer(refund, bea, now + DAY + HOUR)
    count_all()
    [reply] = CaseDay.objects.exclude(first_reply=None)
    assert reply.first_reply == pace.step_of(9 * 3600), "eight hours a day, and one more"


def test_a_reply_belongs_to_who_wrote_it_and_the_case_to_who_answers_for_it(
    no_promises, refund, bea, cleo, answer, now
):
    answer(refund, bea, now + HOUR)
    cases.assign(refund, owner=cleo, by=cleo, at=now + 2 * HOUR)
    count_all()
    assert told(of="person") == {
        (day(now), str(bea.pk)): steps(first_replies=1),
        (day(now), str(cleo.pk)): {"opened": 1},
    }


def test_what_is_opened_by_nobody_in_person_is_the_rotas(no_promises, refund, now):
    count_all()
    assert told(of="person") == {(day(now), ""): {"opened": 1}}
    assert told(of="channel") == {(day(now), "email"): {"opened": 1}}
    assert told(of="language") == {(day(now), "en"): {"opened": 1}}


def test_reopened_it_is_resolved_on_the_day_it_was_last(no_promises, refund, bea, now):
    cases.resolve(refund, by=bea, at=now + DAY)
    count_all()
    cases.reopen(refund, by=bea, at=now + 2 * DAY)
    count_all()
    assert told()[day(now, 1)] == {"resolved": 1}
    cases.resolve(refund, by=bea, at=now + 3 * DAY)
    cases.close_due(at=now + 12 * DAY)
    count_all()
    assert told()[day(now, 1)] == {"resolved": 1}
    assert told()[day(now, 2)] == {"reopened": 1}
    assert told()[day(now, 3)] == {"resolved": 1} | steps(resolutions=7 + 8 + 8 + 1)
    assert told()[day(now, 12)] == {"closed": 1}
    open_until = CaseDay.objects.exclude(open_until=None).order_by("day").values_list("day", "open_until")
    assert [(a.isoformat(), b.isoformat()) for a, b in open_until] == [
        (day(now), day(now, 1)),
        (day(now, 2), day(now, 3)),
    ]


def test_promises_are_told_as_the_ledger_has_them(refund, bea, answer, now):
    cases.acknowledge(refund, channel="email", at=now)
    answer(refund, bea, now + HOUR)
    count_all()
    assert Commitment.objects.filter(about=refund.ref, state="kept").count() == 2
    assert told()[day(now)]["kept"] == 2


def test_a_promise_kept_in_silence_is_counted_too(refund, bea, answer, now):
    answer(refund, bea, now + HOUR, resolves=True)
    count_all()
    before = sum(CaseDay.objects.values_list("kept", flat=True))
    Uncounted.objects.all().delete()
    cases.close_due(at=now + 8 * DAY)
    while promise_due(now + 9 * DAY):
        pass
    count_all()
    kept = Commitment.objects.filter(about=refund.ref, state="kept").count()
    assert sum(CaseDay.objects.values_list("kept", flat=True)) == kept > before


def promise_due(at):
    return len(promises.settle_due(at=at))


def test_a_broken_promise_belongs_to_who_answered_for_the_case_then(refund, bea, cleo, now):
    cases.assign(refund, owner=bea, by=bea, at=now)
    while promise_due(now + 3 * DAY):
        pass
    cases.assign(refund, owner=cleo, by=cleo, at=now + 4 * DAY)
    count_all()
    broken = sum(CaseDay.objects.filter(person=bea).values_list("broken", flat=True))
    assert broken == Commitment.objects.filter(about=refund.ref, state="broken").count() > 0
    assert not CaseDay.objects.filter(person=cleo, broken__gt=0).exists()


def test_a_late_fact_corrects_the_day_that_it_belongs_to(no_promises, refund, bea, answer, now):
    message = answer(refund, bea, now + HOUR)
    count_all()
    assert "first_replies" in told()[day(now)]
    cases.mark_failed(message, reason="bounced", explanation="No such address", at=now + 3 * DAY)
    count_all()
    assert told() == {day(now): {"opened": 1}}


def test_junk_was_never_there_and_comes_back(no_promises, refund, bea, now):
    count_all()
    cases.junk(refund, by=bea, at=now + DAY)
    count_all()
    assert told() == {} and not CaseDay.objects.exists()
    cases.restore(refund, by=bea, at=now + 2 * DAY)
    count_all()
    assert told() == {day(now): {"opened": 1}}


def test_two_cases_that_became_one_are_one_and_two_again(no_promises, asks, bea, answer, now):
    first, second = asks(1), asks(2, at=now + DAY)
    answer(second, bea, now + DAY + HOUR)
    count_all()
    apart = rows()
    cases.merge(second, into=first, by=bea, at=now + 2 * DAY)
    count_all()
    assert sum(figures.get("opened", 0) for figures in told().values()) == 1
    cases.unmerge(first.merges.get(), by=bea, at=now + 3 * DAY)
    count_all()
    assert len(rows()) == len(apart)
    assert sum(figures.get("opened", 0) for figures in told().values()) == 2


def test_a_message_split_off_counts_in_the_case_of_its_own(no_promises, refund, ada, bea, writes, now):
    message = writes(refund, now + DAY)
    cases.split(message.case, [message], customer=ada, by=bea, at=now + 2 * DAY)
    count_all()
    assert told()[day(now, 1)] == {"opened": 1}


def test_a_reply_that_can_be_undone_is_none_yet(no_promises, refund, bea, now):
    Message(
        case=refund, kind=MessageKind.REPLY, at=now + HOUR, staff=bea, text="Held", delivery=Delivery.HELD,
        channel="email",
    ).save()  # fmt: skip
    count_all()
    assert told() == {day(now): {"opened": 1}}


def test_days_are_those_of_the_organisations_time_zone(no_promises, hale, asks, now):
    late = asks(1, at=now.replace(hour=23, minute=30))
    count_all()
    assert Reckoning.objects.get().timezone == "Europe/London"
    found = CaseDay.objects.get(case=late).day
    assert found == late.opened_at.astimezone(dt.timezone(late_offset(late))).date()


def late_offset(case):
    return timezone.localtime(case.opened_at, timezone=ZoneInfo("Europe/London")).utcoffset()


def test_another_team_takes_the_figures_along(no_promises, refund, bea, now):
    count_all()
    night = Team.objects.create(name="Night")
    cases.assign(refund, owner=None, team=night, by=bea, at=now + DAY)
    count_all()
    assert told(team=night) == {day(now): {"opened": 1}}
    assert told(team=refund.team) == {}


def test_told_again_nothing_changes(refund, bea, answer, now):
    answer(refund, bea, now + HOUR)
    count_all()
    keys, sums = set(CaseDay.objects.values_list("pk", flat=True)), told()
    insight.note([refund.ref])
    count_all()
    assert set(CaseDay.objects.values_list("pk", flat=True)) == keys
    assert told() == sums


def test_what_was_there_before_is_counted_with_the_past(no_promises, asks, now):
    for number in range(3):
        asks(number)
    while insight.bring_up_to_date(at=now):
        pass
    assert told() == {day(now): {"opened": 3}}
    assert Reckoning.objects.get().past_is_counted


def test_wrong_sums_are_seen_and_mended(no_promises, refund, now, capsys):
    count_all()
    Tally.objects.filter(span=Span.DAY, of="").update(opened=7)
    month = now.date().replace(day=1)
    assert len(insight.drift(month)) == 1
    call_command("recount_reports")
    assert "1 sums were wrong" in capsys.readouterr().out
    assert insight.drift(month) == {}
    assert told() == {day(now): {"opened": 1}}


def test_months_are_the_sums_of_their_days(refund, asks, bea, answer, now):
    for number in range(4):
        answer(asks(number, at=now + number * 9 * DAY), bea, now + number * 9 * DAY + HOUR)
    count_all()
    for name in ("opened", "kept"):
        days = sum(Tally.objects.filter(span=Span.DAY, of="").values_list(name, flat=True))
        assert sum(Tally.objects.filter(span=Span.MONTH, of="").values_list(name, flat=True)) == days > 0
    assert Case.objects.count() == 5
