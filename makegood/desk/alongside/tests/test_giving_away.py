"""A template hands the case over: offered once the reply has left, undone with it, and refused where it cannot be."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Draft, Handover, MessageKind, Template
from makegood.conftest import person
from makegood.events.models import Event
from makegood.staff import actions as staff
from makegood.staff.models import Role

HOUR = dt.timedelta(hours=1)
REASON = "{customer} needs a new pump; see {case}."


@pytest.fixture
def workshop(hale, now):
    team = staff.make_team(name="Workshop", by="", at=now)
    team.brands.add(hale)
    return team


@pytest.fixture
def tom(workshop, now):
    return person("Tom", Role.AGENT, [workshop], now)


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


@pytest.fixture
def to_tom(tom, workshop, cleo, now):
    does = {"hand_over": {"team": str(workshop.pk), "owner": str(tom.pk), "reason": REASON}}
    return cases.save_template(
        None, name="Repair", texts={"en": "Tom will help."}, brand=None, does=does, by=cleo, at=now
    )


def send(client, case, **fields):
    return client.post(reverse("case-replies", args=[case.ref]), {"text": "Tom will help you.", **fields})


def let_go():
    return cases.release_due(at=timezone.now() + dt.timedelta(minutes=1))


def page(client, case) -> str:
    return client.get(reverse("case", args=[case.ref])).content.decode()


def test_what_it_does_is_seen_before_it_is_sent(at_desk, refund, to_tom):
    assert f"Hand it over to Tom, Workshop: “{refund.customer.name} needs a new pump; see {refund.ref}.”" in page(
        at_desk, refund
    )


def test_the_case_is_offered_once_the_reply_has_left(at_desk, refund, bea, tom, to_tom, workshop):
    send(at_desk, refund, also_hand_over=to_tom.pk)
    assert not Handover.objects.exists()
    let_go()
    offered = Handover.objects.get()
    assert (offered.giver, offered.owner, offered.team) == (bea, tom, workshop)
    assert offered.message.text == f"{refund.customer.name} needs a new pump; see {refund.ref}."
    assert offered.message.kind == MessageKind.NOTE
    refund.refresh_from_db()
    assert (refund.owner, refund.message_count) == (bea, refund.messages.count())
    cases.accept(offered, by=tom, at=timezone.now())
    refund.refresh_from_db()
    assert (refund.owner, refund.team) == (tom, workshop)


def test_sent_without_undo_time_it_is_offered_at_once(at_desk, refund, bea, to_tom):
    type(bea).objects.update(undo_seconds=0)
    send(at_desk, refund, also_hand_over=to_tom.pk)
    assert Handover.objects.waiting().count() == 1


def test_taken_back_with_the_reply_it_is_offered_to_nobody_and_ticked_again(at_desk, refund, to_tom):
    send(at_desk, refund, also_hand_over=to_tom.pk)
    held = refund.messages.get(kind=MessageKind.REPLY)
    at_desk.post(reverse("reply-undo", args=[refund.ref, held.pk]))
    let_go()
    assert not Handover.objects.exists()
    assert Draft.objects.get().fields["also_hand_over"] == str(to_tom.pk)
    shown = page(at_desk, refund)
    assert f'name="also_hand_over" value="{to_tom.pk}" checked' in shown[shown.index("composer__does") :]


def test_unticked_it_stays_where_it_is(at_desk, refund, to_tom):
    send(at_desk, refund)
    let_go()
    assert not Handover.objects.exists()


@pytest.mark.parametrize("trouble", ["away", "left", "elsewhere", "resolves", "forged"])
def test_where_it_cannot_be_nothing_leaves_and_the_words_stay(
    at_desk, refund, tom, owner, to_tom, workshop, now, trouble
):
    fields = {"also_hand_over": to_tom.pk}
    if trouble == "away":
        cases.note_absence(tom, since=timezone.now() - HOUR, until=timezone.now() + 9 * HOUR, by=tom, at=now)
    elif trouble == "left":
        staff.deactivate(tom, by=owner, at=now)
    elif trouble == "elsewhere":
        workshop.brands.clear()
    elif trouble == "resolves":
        fields["resolves"] = "1"
    else:
        fields["also_hand_over"] = "not-a-key"
    answer = send(at_desk, refund, **fields)
    assert answer.status_code == 422
    told = {
        "away": "Tom is away until",
        "left": "Tom does not work for Hale any more.",
        "elsewhere": "Workshop does not work on cases of Hale.",
        "resolves": "Choose one of the two.",
        "forged": "Hand it over by hand.",
    }
    assert told[trouble] in answer.content.decode()
    assert Draft.objects.get().text == "Tom will help you."
    assert not refund.messages.filter(kind=MessageKind.REPLY).exists()


def test_who_left_before_a_later_reply_does_is_told_in_the_case(at_desk, refund, bea, tom, owner, to_tom, now):
    leaves = (timezone.now() + 3 * HOUR).astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M")
    type(bea).objects.update(timezone="UTC")
    typed = {"when": leaves, "read": leaves, "understood": f"{leaves.replace(' ', 'T')}:00+00:00"}
    assert send(at_desk, refund, also_hand_over=to_tom.pk, **typed).status_code == 302
    staff.deactivate(tom, by=owner, at=now)
    assert cases.leave_due(at=timezone.now() + 4 * HOUR)
    assert not Handover.objects.exists()
    told = Event.objects.about(refund.ref).get(name="case.not_handed_over")
    assert told.data["reason"] == "receiver-gone"
    assert "whom it was for does not work for this brand any more" in page(at_desk, refund)


def test_whoever_keeps_templates_says_to_whom_and_why(client, hale, cleo, tom, workshop, support):
    client.force_login(cleo)
    given = {"name": "Repair", "brand": hale.pk, "text_en": "Hello."}
    without_why = client.post(reverse("template-new"), given | {"hand_over_team": workshop.pk})
    assert "Say why" in without_why.content.decode()
    wrong = given | {"hand_over_team": support.pk, "hand_over_owner": tom.pk, "hand_over_reason": "Pump."}
    assert "Tom is not in this team." in client.post(reverse("template-new"), wrong).content.decode()
    nobody = client.post(reverse("template-new"), given | {"hand_over_reason": "Pump."})
    assert "Choose the team" in nobody.content.decode()
    right = given | {"hand_over_team": workshop.pk, "hand_over_owner": tom.pk, "hand_over_reason": "Pump."}
    assert client.post(reverse("template-new"), right).status_code == 302
    kept = Template.objects.get()
    assert kept.does == {"hand_over": {"team": str(workshop.pk), "owner": str(tom.pk), "reason": "Pump."}}
    shown = client.get(reverse("template", args=[kept.pk])).content.decode()
    assert f'<option value="{tom.pk}" selected>' in shown
    assert "Pump.</textarea>" in shown
