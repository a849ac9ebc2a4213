"""A colleague named in a note is told, may open the case, and finds it by `mentioned:me`."""

import uuid

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases import mentions
from makegood.cases.models import Case, Mention, MessageKind
from makegood.channels.email import actions as email
from makegood.channels.email.models import Outgoing
from makegood.clockwork import following
from makegood.conftest import person
from makegood.events.refusals import Refusal
from makegood.staff import actions as staff

BEA, CLEO, BEA_TOO, SUPPORT, TANAKA = (uuid.UUID(int=number) for number in range(5))
NAMES = {BEA: "Bea Lind", CLEO: "Cleo Marsh", SUPPORT: "Support", TANAKA: "田中"}


@pytest.mark.any_engine
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@Bea Lind, please", (BEA,)),
        ("(@cleo) and @support!", (CLEO, SUPPORT)),
        ("@田中さん、お願いします", (TANAKA,)),
        ("bea@hale.example wrote @3", ()),
        ("@Beate and @bea.", (BEA,)),
    ],
)
def test_whom_words_name(text, found):
    assert mentions.find(text, NAMES).keys == found


@pytest.mark.any_engine
def test_what_may_be_one_of_two_is_unclear_until_it_is_written_out():
    names = NAMES | {BEA_TOO: "Bea Gray"}
    assert mentions.find("@Bea?", names).unclear == (("Bea", ("Bea Gray", "Bea Lind")),)
    assert mentions.find("@Bea Gray?", names).keys == (BEA_TOO,)


def mail():
    while following.work(at=timezone.now()):
        pass
    return list(Outgoing.objects.filter(identifier__contains="mention").values_list("staff__name", "text"))


def test_told_by_mail_and_let_in_wherever_they_work(refund, hale, bea, eve, now):
    email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)
    assert not Case.objects.visible_to(eve).exists()
    cases.note(refund, text="@Eve, did your warehouse have it?", by=bea, at=now)
    assert Case.objects.visible_to(eve).get() == refund
    [(name, text)] = mail()
    assert name == eve.name
    assert "did your warehouse have it" in text


def test_a_team_is_everybody_in_it_but_the_writer(refund, support, bea, cleo, now):
    gone = person("Gone", "agent", [support], now)
    staff.deactivate(gone, by=cleo.key, at=now)
    cases.note(refund, text="@Support has anybody seen this?", by=bea, at=now)
    assert [one.staff for one in Mention.objects.all()] == [cleo]


def test_a_name_of_two_people_keeps_the_note_back(refund, support, bea, now):
    for surname in ("Marsh", "Gray"):
        twin = person(f"C{surname}", "agent", [support], now)
        staff.edit_profile(
            twin, name=f"Cleo {surname}", language="en", timezone="Europe/London", undo_seconds=10,
            by=twin.key, at=now,
        )  # fmt: skip
    with pytest.raises(Refusal, match="Cleo Gray, Cleo Marsh"):
        cases.note(refund, text="@Cleo?", by=bea, at=now)
    assert not refund.messages.filter(kind=MessageKind.NOTE).exists()
