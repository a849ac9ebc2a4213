"""Copies of filled cases are cases of their own: whole, linked among themselves, found by their own names."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse

from benchmarks.filling import AGENT, PASSWORD
from benchmarks.filling.copies import copied, grow
from benchmarks.filling.moving import Own, moving
from benchmarks.filling.whole import fill
from makegood.brands.models import Brand
from makegood.cases import actions as cases
from makegood.cases import search
from makegood.cases.models import Case
from makegood.events.models import Event
from makegood.promises.models import Commitment, Tally

UNTIL = dt.datetime(2026, 6, 12, tzinfo=dt.UTC)
TOLD, TIMES = 20, 3


@pytest.fixture
def grown(transactional_db) -> None:
    fill(cases=TOLD * TIMES, told=TOLD, days=40, until=UNTIL)


def test_a_grown_installation_is_whole(grown, client):
    assert Case.objects.count() == TOLD * TIMES
    assert len(set(Case.objects.values_list("opened_at", flat=True))) == TOLD * TIMES
    for model in copied():
        for field in model._meta.concrete_fields:
            if field.remote_field and model._base_manager.filter(**{f"{field.name}__isnull": False}).exists():
                there = field.remote_field.model._base_manager.values(field.target_field.attname)
                lost = model._base_manager.filter(**{f"{field.name}__isnull": False}).exclude(
                    **{f"{field.attname}__in": there}
                )
                assert not lost.exists(), f"{model._meta.label}.{field.name} points to nothing"
    settled = Commitment.objects.filter(state="kept", line__isnull=False).count()
    assert sum(Tally.objects.values_list("kept", flat=True)) == settled
    before = list(Case.objects.order_by("pk").values_list("pk", "next_due_at", "is_open"))
    cases.refresh_clock(list(Case.objects.values_list("ref", flat=True)))
    assert list(Case.objects.order_by("pk").values_list("pk", "next_due_at", "is_open")) == before

    # A copy: its page tells it, its own reference finds it, and its history is about it and its customer.
    case = Case.objects.filter(ref__regex=r"^C-.{7}$", channel="email", state="resolved").order_by("ref").first()
    client.post(reverse("sign-in"), {"email": AGENT, "password": PASSWORD})
    page = client.get(reverse("case", args=[case.ref])).content.decode()
    assert case.messages.earliest("at").text.splitlines()[0][:20] in page
    found = search.find(Case.objects.all(), case.ref)
    assert [one.pk for one in found.cases] == [case.pk]
    happened = Event.objects.about(case.ref).filter(name="case.resolved")
    assert [event.facets["customer"] for event in happened] == [str(case.customer_id)]
    assert [event.facets["brand"] for event in happened] == [str(Brand.objects.get().pk)]
    assert case.parties.get().address == case.customer.contact_points.get().value
    assert Commitment.objects.about(case.ref).exists()

    with pytest.raises(SystemExit, match="grown before"):
        grow(2)


@pytest.mark.any_engine
def test_a_copy_names_copies_and_leaves_what_is_ours():
    ours, theirs = str(uuid.uuid4()).replace("-4", "-7", 1), "019ac41c-ff10-7096-bf66-a98606bb60f2"
    moved = moving(Own(frozenset({ours}), frozenset({"support@example.com"}), frozenset({"C-"})))
    assert moved(f'{{"customer": "{theirs}"}}', "00a", "B") == '{"customer": "019ac41c-ff10-8096-bf66-a98606bb600a"}'
    assert moved('{"case": "C-Z7H2X5", "by": "S-Z7H2X5"}', "00a", "B") == '{"case": "C-BZ7H2X5", "by": "S-Z7H2X5"}'
    assert moved('["support@example.com", "ada@x.example"]', "00a", "B") == '["support@example.com", "ada-b@x.example"]'
    assert moved(f'["{ours}"]', "00a", "B") == f'["{ours}"]'
