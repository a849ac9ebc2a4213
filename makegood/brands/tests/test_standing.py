"""What every page asks about its reader is one question, and says no more than they may know."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils import timezone

from makegood.brands import scope, standing
from makegood.staff.notices.models import Notice

pytestmark = pytest.mark.django_db


def unread(user) -> str:
    request = RequestFactory().get("/")
    request.user = user
    return str(standing.page(request)["unread"])


def test_all_is_asked_in_one_question_and_once(hale, bea, django_assert_num_queries):
    scope.of(bea)
    with django_assert_num_queries(1):
        asked = standing.of(bea)
        assert standing.of(bea) is asked
    assert (asked["reminded"], asked["named"], asked["returned"]) == (False, False, False)


def test_of_each_is_asked_what_they_may_know(hale, bea, cleo, owner):
    for_leads = {"held", "failed"}
    for_administrators = {"parked", "untaken"}
    assert not (for_leads | for_administrators) & standing.of(bea).keys()
    assert for_leads <= standing.of(cleo).keys()
    assert for_leads | for_administrators <= standing.of(owner).keys()


@pytest.mark.parametrize(("count", "told"), [(0, ""), (2, "2"), (99, "99"), (100, "99+"), (130, "99+")])
def test_what_is_unread_is_counted_as_far_as_it_can_be_taken_in(bea, cleo, count, told):
    now = timezone.now()
    new = [Notice(user=bea, kind="mention", key=str(number), said="…", made_at=now) for number in range(count)]
    read = Notice(user=bea, kind="mention", key="read", said="…", made_at=now, read_at=now)
    other = Notice(user=cleo, kind="mention", key="cleo", said="…", made_at=now)
    Notice.objects.bulk_create([*new, read, other])
    assert unread(bea) == told


def test_strangers_have_nothing_unread():
    assert unread(AnonymousUser()) == ""
