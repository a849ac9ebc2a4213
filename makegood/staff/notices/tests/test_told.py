"""What Bea was told stands on a page of hers: the newest first, unread marked, of all kinds or one."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.clockwork import telling
from makegood.events.models import Event
from makegood.staff.notices import actions as notices
from makegood.staff.notices.kinds import Kind, Way
from makegood.staff.notices.models import Notice
from makegood.ui import keyset

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def kettle(hale, ada, now):
    words = Words(text="It leaks.")
    return cases.open_case(brand=hale, customer=ada, subject="Kettle", words=words, channel="email", at=now)[0]


@pytest.fixture
def at_desk(client, hale, bea):
    client.force_login(bea)
    return client


def tell(user, case, said, *, kind=Kind.MENTION, at=None):
    telling.tell(
        user, kind, key=f"{said}.{user.ref}", subject=said, text="More", case=case, at=at or timezone.now()
    )  # fmt: skip


def shown(client, **asked) -> str:
    return client.get(reverse("told"), asked).content.decode()


def test_the_newest_stands_first_and_leads_to_its_case(at_desk, refund, bea, cleo):
    now = timezone.now()
    tell(bea, refund, "Cleo <named> you", at=now - MINUTE)
    tell(bea, refund, "Due soon", kind=Kind.RISK, at=now)
    tell(bea, refund, "Due soon", kind=Kind.RISK, at=now)
    tell(cleo, refund, "For Cleo alone", at=now)
    page = shown(at_desk)
    assert page.index("Due soon") < page.index("Cleo &lt;named&gt; you")
    assert Notice.objects.filter(user=bea).count() == 2, "told twice, it stands there twice"
    assert "For Cleo alone" not in page
    assert f'href="/cases/{refund.ref}"' in page
    assert Event.objects.filter(name="staff.notice_came", about=bea.key).count() == 2, (
        "pages that are open hear nothing"
    )
    rows = at_desk.get(reverse("told-rows")).content.decode()
    assert "Due soon" in rows and "<html" not in rows


def test_one_is_read_then_all_that_the_page_showed_and_none_that_came_since(at_desk, refund, bea, cleo):
    now = timezone.now()
    for number in range(3):
        tell(bea, refund, f"n{number}", at=now + number * MINUTE)
    oldest, middle, newest = Notice.objects.order_by("made_at")
    at_desk.post(reverse("told-reading", args=[oldest.pk]))
    assert at_desk.get(reverse("told-unread")).content.decode().count(">2<") == 1
    listed = at_desk.get(reverse("told"), {"which": "unread"}).context["notices"]
    assert listed == [newest, middle]
    at_desk.post(reverse("told-reading-all"), {"newest": middle.pk})
    assert [one.read_at is None for one in (*Notice.objects.order_by("made_at"),)] == [False, False, True]
    at_desk.post(reverse("told-reading-all"), {"newest": "?"})
    assert Notice.objects.unread().get() == newest
    at_desk.force_login(cleo)
    assert at_desk.post(reverse("told-reading", args=[newest.pk])).status_code == 404
    at_desk.post(reverse("told-reading-all"), {"newest": newest.pk})
    assert Notice.objects.unread().get() == newest


def test_one_kind_alone_and_marking_it_leaves_the_others_unread(at_desk, refund, bea):
    tell(bea, refund, "Named")
    tell(bea, refund, "Due", kind=Kind.RISK)
    page = shown(at_desk, which="risk")
    assert "Due" in page and "Named" not in page
    at_desk.post(reverse("told-reading-all"), {"which": "risk", "newest": Notice.objects.get(kind="risk").pk})
    assert [one.said for one in Notice.objects.unread()] == ["Named"]
    for nonsense in ("dance", "\x00"):
        assert "Named" in shown(at_desk, which=nonsense, after=nonsense)


def test_older_ones_follow_page_by_page_and_cost_the_same(
    at_desk, refund, bea, monkeypatch, django_assert_max_num_queries
):
    monkeypatch.setattr(keyset, "PAGE", 4)
    now = timezone.now()
    for number in range(10):
        tell(bea, refund, f"n{number}.", at=now + number * MINUTE)
    seen, where = [], reverse("told")
    while where:
        with django_assert_max_num_queries(12):
            page = at_desk.get(where)
        seen += [one.said for one in page.context["notices"]]
        tell(bea, refund, f"late {len(seen)}", at=now + dt.timedelta(hours=1))
        where = page.context["older"]
    assert seen == [f"n{number}." for number in reversed(range(10))]


def test_who_opens_the_case_has_read_what_it_is_about(at_desk, refund, kettle, bea):
    tell(bea, refund, "Refund")
    tell(bea, kettle, "Kettle")
    page = at_desk.get(reverse("case", args=[refund.ref])).content.decode()
    assert [one.said for one in Notice.objects.unread()] == ["Kettle"]
    assert "Notices, unread: 1" in page


def test_what_bea_wants_to_hear_nothing_of_stands_nowhere(at_desk, refund, bea):
    notices.choose(
        bea, {Kind.RISK: Way.NOT, Kind.WORDS: Way.DIGEST}, times=[], days=[], by=bea.key, at=timezone.now()
    )  # fmt: skip
    for kind in (Kind.RISK, Kind.WORDS, Kind.MENTION):
        tell(bea, refund, kind.value, kind=kind)
    assert {one.kind for one in Notice.objects.all()} == {"words", "mention"}


def test_they_go_after_ninety_days_and_with_an_erased_customer(hale, refund, kettle, bea):
    now = timezone.now()
    tell(bea, refund, "Old", at=now - dt.timedelta(days=91))
    tell(bea, kettle, "New", at=now)
    assert notices.forget_listed(at=now) == 1
    notices.erase_words(type(kettle).objects.filter(pk=kettle.pk).values("ref"))
    assert not Notice.objects.exists()


def test_what_kind_it_is_is_told_in_the_language_of_the_reader(at_desk, refund, bea):
    tell(bea, refund, "Ada wrote")
    assert "A colleague mentions you" in shown(at_desk)
    bea.language = "nl"
    bea.save()
    assert "Een collega noemt u" in shown(at_desk)
