"""A case that was merged, or a message that was moved, takes its thread along."""

import datetime as dt

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases import tokens
from makegood.cases.models import Case, Merge
from makegood.channels.email.models import KnownMessage
from makegood.channels.email.tests.conftest import mail
from makegood.clockwork import following

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def both(deliver, now) -> tuple[Case, Case]:
    first = deliver(mail(Message_ID="<first@customer.example>")).case
    second = deliver(mail("Anybody?", Message_ID="<second@customer.example>"), at=now + HOUR).case
    return first, second


def react():
    while following.work(at=timezone.now()):
        pass


def test_answers_to_the_old_case_come_to_the_one_it_was_merged_into(both, deliver, bea, now):
    first, second = both
    greeting = KnownMessage.objects.get(case=second, ours=True).identifier
    address = f"support+{tokens.for_mail(second.parties.get().key)}@hale.example"
    cases.merge(second, into=first, by=bea, at=now + 2 * HOUR)
    react()
    answers = [
        deliver(mail("1", In_Reply_To=f"<{greeting}>"), at=now + 3 * HOUR),
        deliver(mail("2", In_Reply_To="<second@customer.example>"), at=now + 3 * HOUR),
        deliver(mail("3"), to=address, at=now + 3 * HOUR),
        deliver(mail("4", subject=f"Re: [{second.ref}]"), at=now + 3 * HOUR),
    ]
    assert [(row.outcome, row.message.case) for row in answers] == [("continued", first)] * 4
    assert KnownMessage.objects.get(identifier="second@customer.example").case == first


def test_parted_again_each_has_its_thread(both, deliver, bea, now):
    first, second = both
    cases.merge(second, into=first, by=bea, at=now + 2 * HOUR)
    react()
    cases.unmerge(Merge.objects.get(), by=bea, at=now + 3 * HOUR)
    react()
    assert deliver(mail("More", In_Reply_To="<second@customer.example>"), at=now + 4 * HOUR).case == second
    assert deliver(mail("More?", In_Reply_To="<first@customer.example>"), at=now + 4 * HOUR).case == first


def test_answers_to_a_moved_message_follow_it(both, deliver, bea, now):
    first, _second = both
    third = deliver(mail("PS", In_Reply_To="<second@customer.example>", Message_ID="<ps@customer.example>")).message
    cases.move_message(third, to=first, by=bea, at=now + 2 * HOUR)
    react()
    assert deliver(mail("PPS", In_Reply_To="<ps@customer.example>"), at=now + 3 * HOUR).case == first


def test_their_old_link_opens_the_page_of_the_one_case(both, bea, now, client):
    first, second = both
    link = f"/c/{tokens.for_link(second.parties.get().key)}"
    cases.merge(second, into=first, by=bea, at=now + 2 * HOUR)
    page = client.get(link).content.decode()
    assert "Where is my refund?" in page
    assert "Anybody?" in page


def test_answers_to_what_was_split_off_come_there_and_back_once_it_is_undone(both, deliver, bea, now):
    _first, second = both
    ps = deliver(mail("PS", In_Reply_To="<second@customer.example>", Message_ID="<ps@customer.example>")).message
    new = cases.split(second, [ps], by=bea, at=timezone.now())
    react()
    assert KnownMessage.objects.get(identifier="ps@customer.example").case == new
    assert KnownMessage.objects.get(identifier="second@customer.example").case == second
    cases.undo_split(new.split, by=bea, at=timezone.now())
    react()
    assert deliver(mail("PPS", In_Reply_To="<ps@customer.example>"), at=now + 3 * HOUR).case == second
    token = f"support+{tokens.for_mail(new.parties.get().key)}@hale.example"
    assert deliver(mail("To the new one"), to=token, at=now + 3 * HOUR).case == second
