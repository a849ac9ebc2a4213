"""A filled installation is one that the verbs could have made: benchmarks on it tell the truth."""

import dataclasses
import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from benchmarks.filling import AGENT, PASSWORD
from benchmarks.filling.company import Company, company
from benchmarks.filling.keys import case_reference
from benchmarks.filling.tales import Span, Stories, Tale, Tickets
from benchmarks.filling.whole import fill
from makegood.cases import actions as cases
from makegood.cases import search
from makegood.cases.models import Case, CaseState
from makegood.events.models import Event
from makegood.events.registry import KINDS
from makegood.promises.models import Commitment, LedgerEntry, Tally
from tests.benchmarks.told_by_verbs import Telling

UNTIL = dt.datetime(2026, 6, 12, tzinfo=dt.UTC)
SPAN = Span(until=UNTIL, days=40, cases=60)
SECOND = dt.timedelta(seconds=1)
# What differs by nature: keys, and what only mail adds to a case.
APART = {"id", "ref", "case", "customer", "raw", "key", "commitment", "about", "settled_by", "paused_by", "to"}


@pytest.fixture
def filled(transactional_db) -> Company:
    fill(cases=SPAN.cases, days=SPAN.days, until=UNTIL)
    return company(at=SPAN.begins_at)


@pytest.fixture
def at_desk(filled, client) -> Client:
    client.post(reverse("sign-in"), {"email": AGENT, "password": PASSWORD})
    return client


def facts(rows) -> list[dict]:
    """Rows without what differs by nature."""
    return [
        {
            field.name: value.pk if field.is_relation and value else value
            for field in row._meta.concrete_fields
            if field.name not in APART
            for value in [getattr(row, field.name)]
        }
        for row in rows
    ]


def test_a_filled_case_is_as_the_verbs_make_it(filled):
    told = Stories(SPAN, seed=1)
    for number in range(1, SPAN.cases + 1):
        tale = told(number)
        ours = Case.objects.get(ref=case_reference(number))
        theirs = Telling(dataclasses.replace(tale, address=f"again.{tale.address}"), filled).tell(UNTIL)
        assert facts([ours]) == facts([theirs]), tale
        for name in ("messages", "parties"):
            mine, verbs = (facts(getattr(case, name).order_by("pk")) for case in (ours, theirs))
            assert [one | {"sender": "", "address": ""} for one in mine] == [
                one | {"sender": "", "address": ""} for one in verbs
            ]
        mine, verbs = (Commitment.objects.about(case.ref).order_by("made_at", "key") for case in (ours, theirs))
        assert facts(mine) == facts(verbs), tale
        for one, other in zip(mine, verbs, strict=True):
            entries = [
                facts(LedgerEntry.objects.filter(commitment=each).order_by("at", "kind")) for each in (one, other)
            ]
            assert [entry | {"by": ""} for entry in entries[0]] == [entry | {"by": ""} for entry in entries[1]], tale
        assert happenings(ours) == happenings(theirs), tale


def happenings(case: Case) -> list[tuple]:
    """What pages tell of a case."""
    found = Event.objects.about(case.ref).order_by("at", "name")
    return [(one.name, one.at, sorted(one.data), sorted(one.facets)) for one in found if not KINDS[one.name].quiet]


def test_the_counts_of_the_charter_page_are_those_of_the_commitments(filled):
    settled = Commitment.objects.exclude(settled_at=None)
    for key in set(settled.values_list("key", flat=True)):
        for state in ("kept", "broken"):
            counted = sum(Tally.objects.filter(key=key).values_list(state, flat=True))
            assert counted == settled.filter(key=key, state=state).count()


def test_the_inbox_shows_a_filled_case_and_its_page_tells_it(at_desk, filled):
    case = Case.objects.in_work().next_promise_first()[0]
    assert case.ref in at_desk.get(reverse("inbox-view", args=["all"])).content.decode()
    page = at_desk.get(reverse("case", args=[case.ref]))
    assert case.messages.earliest("at").text.splitlines()[0][:20] in page.content.decode()


def test_search_finds_a_filled_case_by_its_words(filled):
    case = Case.objects.get(ref=case_reference(7))
    found = search.find(Case.objects.all(), f"{case.ref} {case.customer.name}")
    assert [one.pk for one in found.cases] == [case.pk]


def test_the_clocks_of_filled_cases_are_right(filled):
    before = list(Case.objects.order_by("pk").values_list("pk", "next_due_at", "is_open"))
    cases.refresh_clock(list(Case.objects.values_list("ref", flat=True)))
    assert list(Case.objects.order_by("pk").values_list("pk", "next_due_at", "is_open")) == before


def test_what_is_not_empty_is_not_filled(filled):
    with pytest.raises(SystemExit, match="set up already"):
        fill(cases=10, days=40, until=UNTIL)
    assert Case.objects.count() == SPAN.cases


def test_tickets_of_others_become_tales_within_the_span(tmp_path):
    path = tmp_path / "elsewhere.py"
    path.write_text(
        "from datetime import UTC, datetime, timedelta\n"
        "def ticket(number):\n"
        "    at = datetime(2020, 1, 1, tzinfo=UTC)\n"
        "    return {'lang': 'en', 'open': number == 2, 'subject': 'Help', 'requester': 'ada@customer.example',\n"
        "            'name': 'Ada', 'created': at, 'messages': [(at, 'customer', 'Help me'),\n"
        "            (at + timedelta(hours=2), 'agent', 'Here is help')]}\n"
    )
    first, second = (Tickets(path, SPAN)(number) for number in (1, 2))
    assert isinstance(first, Tale)
    assert SPAN.begins_at < first.opened_at < second.opened_at < UNTIL
    assert first.resolved_at is not None
    assert second.resolved_at is None
    assert [said.by for said in first.said] == ["customer", "agent"]


def test_some_filled_cases_are_in_each_state(filled):
    assert set(Case.objects.values_list("state", flat=True)) == set(CaseState.values)
