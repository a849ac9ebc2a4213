"""Notices gathered for a digest: one mail at the time chosen, each notice once, whoever is killed meanwhile."""

import datetime as dt

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.channels.email import actions as email
from makegood.channels.email.models import Outgoing
from makegood.clockwork import digests, following
from makegood.staff import actions as staff
from makegood.staff.notices import actions as notices
from makegood.staff.notices import choosing
from makegood.staff.notices.kinds import Kind, Way
from makegood.staff.notices.models import Digest, Held

DAY = dt.timedelta(days=1)


@pytest.fixture
def gathered(hale, bea, cleo, refund):
    """Ada's case becomes Bea's, who gathers this for half past eight and four on working days."""
    email.open_mailbox(brand=hale, address="support@hale.example", by="", at=timezone.now())
    follow()  # what is older is told
    choose(bea, {Kind.YOURS: Way.DIGEST})
    cases.assign(refund, owner=bea, by=cleo, at=timezone.now())
    follow()
    return bea


def choose(user, ways, days=range(5)):
    times = [dt.time(8, 30), dt.time(16)]
    notices.choose(user, ways, times=times, days=days, by=user.key, at=timezone.now())


def follow():
    while following.work(at=timezone.now()):
        pass


def mails(user):
    return list(Outgoing.objects.filter(staff=user, kind=Outgoing.Kind.NOTICE).order_by("made_at"))


def test_what_is_gathered_comes_once_at_its_time_whoever_is_killed_meanwhile(gathered, refund):
    assert not mails(gathered) and Held.objects.waiting().count() == 1
    assert digests.work(at=timezone.now()) == 0, "it is not due"
    due = Digest.objects.get().next_at
    with transaction.atomic():
        digests.work(at=due)
        transaction.set_rollback(True)  # as if the machine had stopped there
    assert [digests.work(at=due) for _ in range(2)] == [1, 0]
    [mail] = mails(gathered)
    assert mail.subject == "Your digest: 1 notice"
    assert f"[{refund.ref}] is yours now" in mail.text and f"/cases/{refund.ref}" in mail.text
    assert not Held.objects.waiting().exists() and not Held.objects.exclude(said="").exists()
    assert Digest.objects.get().next_at > due
    assert digests.work(at=due + 7 * DAY) == 1
    assert len(mails(gathered)) == 1, "nothing to tell, so no mail"
    assert notices.forget_told(at=due + 60 * DAY) == 1


def test_one_kind_comes_in_one_way(gathered, refund, cleo):
    choose(gathered, {Kind.YOURS: Way.MAIL})
    other = cleo
    cases.assign(refund, owner=other, by=gathered, at=timezone.now())
    cases.assign(refund, owner=gathered, by=other, at=timezone.now())
    follow()
    assert [mail.subject for mail in mails(gathered)] == [f"[{refund.ref}] is yours now"]
    assert Held.objects.count() == 1, "what was gathered before still comes in the digest"
    choose(gathered, {Kind.YOURS: Way.NOT})
    cases.assign(refund, owner=other, by=gathered, at=timezone.now())
    cases.assign(refund, owner=gathered, by=other, at=timezone.now())
    follow()
    assert len(mails(gathered)) == Held.objects.count() == 1


def test_what_is_told_twice_is_held_once(bea, now):
    for _ in range(2):
        notices.hold(bea, Kind.TASK, key="task.1", about="", said="A task", url="", at=now)
    assert Held.objects.count() == 1


def test_her_digest_follows_her_to_another_time_zone(gathered):
    before = Digest.objects.get().next_at
    staff.edit_profile(
        gathered, name="Bea", language="en", timezone="Asia/Tokyo", undo_seconds=10, by=gathered.key, at=timezone.now()
    )
    assert Digest.objects.get().next_at.astimezone(dt.UTC).hour in (23, 7) != before.hour


def test_who_left_gets_none_and_what_concerns_an_erased_customer_goes_unread(gathered, refund):
    notices.erase_words(type(refund).objects.filter(pk=refund.pk).values("ref"))
    assert not Held.objects.exists()
    gathered.is_active = False
    gathered.save()
    assert digests.work(at=timezone.now() + 7 * DAY) == 0


def test_bea_chooses_on_her_page_and_sol_sees_what_may_come_for_him(client, hale, bea, sol):
    client.force_login(bea)
    address = reverse("profile-notices")
    form = client.get(address).context["form"]
    assert Kind.SALE not in form.kinds and form["risk"].value() == "mail"
    filled = {kind.value: "mail" for kind in form.kinds} | {"words": "digest", "first": "09:00", "days": ["0", "6"]}
    assert client.post(address, filled | {"golden": "digest"}).status_code == 400, "that is a digest itself"
    assert client.post(address, {name: filled[name] for name in filled if name != "first"}).status_code == 400
    assert client.post(address, filled)["Location"] == address
    assert (choosing.way(bea, Kind.WORDS), choosing.way(bea, Kind.RISK)) == (Way.DIGEST, Way.MAIL)
    digest = Digest.objects.get()
    assert (digest.times, digest.days) == (["09:00"], [0, 6])
    assert "The next comes on" in client.get(address).content.decode()
    client.force_login(sol)
    assert client.get(address).context["form"].kinds == [Kind.MENTION, Kind.SALE]


def test_who_wanted_no_mail_is_sent_none_until_they_choose(bea):
    bea.wants_mail = False
    assert set(choosing.ways(bea).values()) == {Way.NOT}
    assert choosing.by_mail([bea], Kind.GOLDEN) == []
