"""The demo company is believable and consistent, and nothing follows from its history."""

import datetime as dt
from collections import Counter

import pytest
from django.db import transaction
from django.db.models import Count, Min, Sum

from makegood.brands.models import Brand, Organisation
from makegood.cases.models import Attachment, Case, CaseState, Draft, Message, MessageKind, Shelf
from makegood.channels.email.models import Outgoing
from makegood.events.models import Event, Origin, Reaction
from makegood.events.refusals import Refusal
from makegood.promises.models import Commitment, LedgerEntry, Tally
from makegood.quality.models import Cost, Inspection
from makegood.staff.models import User
from makegood.welcome import code
from makegood.welcome.demo import company, loading

pytestmark = [pytest.mark.django_db, pytest.mark.any_engine]
# A Thursday before noon in London, when all of Europe works.
AT = dt.datetime(2026, 11, 19, 10, 30, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """Loaded once for all these tests, with two weeks instead of eight, and taken back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        code.current()
        loading.load(at=AT, weeks=2)
        yield Organisation.objects.get()
        transaction.set_rollback(True)


def test_it_is_the_demo_and_the_one_time_code_opens_nothing_any_more(demo):
    assert demo.is_demo
    assert code.current() is None


def test_the_counts_of_the_charter_are_those_of_the_commitments(demo):
    settled = Commitment.objects.filter(line__isnull=False).exclude(settled_at=None)
    found = Counter((one.brand_id, one.key, one.settled_at.date(), one.state) for one in settled)
    kept = {
        (tally.brand_id, tally.key, tally.day, state): getattr(tally, state)
        for tally in Tally.objects.all()
        for state in ("kept", "broken", "excused")
        if getattr(tally, state)
    }
    assert found == kept


def test_each_commitment_has_been_made_once_in_the_ledger(demo):
    made = LedgerEntry.objects.filter(kind=LedgerEntry.Kind.MADE)
    assert made.count() == made.values("commitment").distinct().count() == Commitment.objects.count()


def test_promises_are_mostly_kept_but_some_are_broken_and_some_excused(demo):
    for brand in Brand.objects.all():
        sums = Tally.objects.filter(brand=brand).aggregate(kept=Sum("kept"), broken=Sum("broken"))
        assert sums["kept"] > 3 * sums["broken"], brand
    assert Tally.objects.aggregate(broken=Sum("broken"))["broken"] > 5
    assert Tally.objects.aggregate(excused=Sum("excused"))["excused"] > 5


def test_whoever_answered_answers_for_the_case(demo):
    without = Case.objects.filter(owner=None, shelf=Shelf.NONE)
    assert without.in_work().exists()
    assert not Message.objects.filter(case__in=without, kind=MessageKind.REPLY).exists()
    assert not Case.objects.filter(team=None).exists()


def test_the_clock_of_each_case_is_its_next_promise(demo):
    for case in Case.objects.in_work():
        first = Commitment.objects.about(case.ref).owed().aggregate(first=Min("due_at"))["first"]
        assert (case.next_due_at if case.has_due else None) == first, case


def test_the_inbox_has_what_is_late_and_what_is_due_soon_and_tomorrow(demo):
    minutes = [(case.next_due_at - AT).total_seconds() / 60 for case in Case.objects.in_work() if case.has_due]
    assert any(left < -60 for left in minutes)
    assert any(0 < left < 60 for left in minutes)
    assert any(60 < left < 600 for left in minutes)
    assert any(left > 900 for left in minutes)


def test_everything_an_inbox_knows_is_to_be_seen(demo):
    states = dict(Case.objects.filter(shelf=Shelf.NONE).values_list("state").annotate(Count("pk")))
    assert set(states) == set(CaseState.values)
    assert {case.shelf for case in Case.objects.all()} >= {Shelf.JUNK, Shelf.MERGED}
    assert set(Message.objects.values_list("kind", flat=True)) >= {"customer", "reply", "note", "automatic"}
    assert Message.objects.exclude(quoted="").exists()
    assert Message.objects.exclude(html="").exists()
    assert Message.objects.filter(stranger=True).exists()
    assert Message.objects.filter(delivery="failed").exists()
    assert Attachment.objects.exists()
    assert Draft.objects.exists()
    assert Commitment.objects.filter(key="own-words").exists()
    assert {case.language for case in Case.objects.all()} == {"en", "lt", "ru", "nl", "ja"}


def test_nothing_happens_after_now(demo):
    assert not Message.objects.filter(at__gt=AT).exists()
    assert not Case.objects.filter(opened_at__gt=AT).exists()
    assert not Commitment.objects.due(AT).exists()


def test_nothing_follows_from_the_history(demo):
    assert set(Event.objects.values_list("origin", flat=True)) == {Origin.DEMO}
    assert not Reaction.objects.exists()
    assert not Outgoing.objects.exists()


def test_what_its_mistakes_cost_is_counted_in_the_money_of_each_country(demo):
    assert {one.currency for one in Cost.objects.all()} == {"EUR", "GBP", "JPY"}
    closed = Case.objects.filter(state=CaseState.CLOSED, shelf=Shelf.NONE).count()
    assert Inspection.objects.count() == closed
    assert 0 < Inspection.objects.filter(defects__gt=0).count() < closed


@pytest.mark.parametrize("face", company.FACES, ids=lambda face: face.name)
def test_each_brand_s_charter_is_published_in_its_languages(demo, client, face):
    brand = Brand.objects.get(name=face.name)
    assert brand.languages == list(face.languages)
    for language in face.languages:
        page = client.get(f"/b/{brand.slug}/charter", headers={"Accept-Language": language})
        text = page.content.decode()
        assert page.status_code == 200
        assert face.name in text
        assert f'lang="{language}"' in text


def test_the_cast_signs_in_with_the_password_that_is_printed(demo, client):
    for login in ("ada", "olive"):
        user = User.objects.get(email=f"{login}@{company.DOMAIN}")
        assert user.check_password(company.PASSWORD)
        client.force_login(user)
        assert client.get("/inbox/all/").status_code == 200


def test_it_never_loads_twice(demo):
    before = Case.objects.count()
    with pytest.raises(Refusal, match="never loads over"):
        loading.load(at=AT)
    assert Case.objects.count() == before
