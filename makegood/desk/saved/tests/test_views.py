"""Saved views: what they hold for whom, their counts, their place, and who may change them."""

import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions import tags, viewing
from makegood.cases.actions.viewing import Look
from makegood.cases.models import Reach, SavedView
from makegood.cases.words import Words
from makegood.events.models import Event
from makegood.events.refusals import Refusal

ALL = ("customer", "channel", "owner", "tags")


def saved(by, text="status:open", name="Some", **more) -> SavedView:
    look = Look(**{"name": name, "text": text, "sort": "newest", "columns": ALL, **more})
    return viewing.save_view(None, look, by=by, at=timezone.now())


def names(client) -> list[str]:
    page = client.get("/").content.decode()
    return re.findall(r'href="/inbox/v-[^>]+><span>([^<]+)<', page)


def opened(client, view) -> str:
    return unescape(client.get(reverse("inbox-view", args=[view.key])).content.decode())


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


def test_a_search_is_saved_and_stands_in_the_inbox_with_its_count(at_desk, refund, bea, now):
    tags.put_on(refund, ["bank"], by=bea, at=now)
    found = at_desk.get(reverse("search"), {"q": "tag:bank"}).content.decode()
    new = unescape(re.search(r'href="(/views/new[^"]+)"', found)[1])
    assert 'value="tag:bank"' in at_desk.get(new).content.decode()
    typed = {"name": "The bank", "text": "tag:bank", "sort": "newest", "columns": ["tags"]}
    answer = at_desk.post(new, typed)
    view = SavedView.objects.get()
    assert answer["Location"] == reverse("inbox-view", args=[view.key])
    page = opened(at_desk, view)
    assert "My refund" in page
    assert re.search(r"<span>The bank</span> <span class=\"count\">1</span>", page)
    assert '<span dir="auto">Ada Byron</span>' not in page, "it does not show whose they are"
    assert Event.objects.filter(name="view.saved").count() == 1
    rows, counts = (
        at_desk.get(reverse(name, args=[view.key])).content.decode() for name in ("inbox-rows", "inbox-views")
    )
    assert ("My refund" in rows, "The bank" in counts) == (True, True), "what a page fetches when something changed"
    beside = at_desk.get(reverse("case", args=[refund.ref]), {"in": view.key}).content.decode()
    assert "The bank" in beside


def test_me_is_whoever_looks(client, refund, bea, cleo, now):
    view = saved(cleo, "owner:me status:open", reach=Reach.ALL)
    cases.assign(refund, owner=bea, by=bea, at=now)
    for person, is_there in ((bea, True), (cleo, False)):
        client.force_login(person)
        assert ("My refund" in opened(client, view)) is is_there


def test_views_reach_whom_they_are_for(client, support, hale, bea, cleo, eve):
    saved(bea, name="Own")
    saved(cleo, name="Team", reach=Reach.TEAM, team=support)
    everybody = saved(cleo, name="All", reach=Reach.ALL)
    for person, seen in ((bea, ["Own", "Team", "All"]), (cleo, ["Team", "All"]), (eve, ["All"])):
        client.force_login(person)
        assert names(client) == seen
    assert client.get(reverse("inbox-view", args=[everybody.key])).status_code == 200
    own = SavedView.objects.get(name="Own")
    assert client.get(reverse("inbox-view", args=[own.key])).status_code == 404
    assert client.get(reverse("inbox-view", args=["v-nonsense"])).status_code == 404


def test_sharing_needs_the_ability_and_so_does_changing_what_is_shared(at_desk, support, hale, bea, cleo):
    with pytest.raises(Refusal):
        saved(bea, reach=Reach.ALL)
    shared = saved(cleo, reach=Reach.TEAM, team=support)
    assert at_desk.get(reverse("saved-view", args=[shared.pk])).status_code == 404
    assert at_desk.post(reverse("saved-view-deletion", args=[shared.pk])).status_code == 404
    at_desk.force_login(cleo)
    typed = {"name": "Ours", "text": "team:mine", "sort": "oldest", "reach": "team"}
    assert "Choose the team." in at_desk.post(reverse("saved-view", args=[shared.pk]), typed).content.decode()
    at_desk.post(reverse("saved-view", args=[shared.pk]), typed | {"team": str(support.pk)})
    assert names(at_desk) == ["Ours"]
    at_desk.post(reverse("saved-view-deletion", args=[shared.pk]))
    assert names(at_desk) == []


@pytest.mark.parametrize(
    ("text", "sort", "told"),
    [
        ("refund status:open", "newest", "A view holds filter words alone"),
        ("owner:zoe", "newest", "There is no owner called “zoe”."),
        ("status:closed", "promise", "Only cases in work have a next promise."),
    ],
)
def test_what_makes_no_view_is_told(at_desk, hale, text, sort, told):
    answer = at_desk.post(reverse("saved-view-new"), {"name": "X", "text": text, "sort": sort})
    assert answer.status_code == 422
    assert told in unescape(answer.content.decode())
    assert not SavedView.objects.exists()


def test_a_view_moves_past_its_neighbour(at_desk, hale, bea):
    first, _second, third = (saved(bea, name=name) for name in ("one", "two", "three"))
    at_desk.post(reverse("saved-view-place", args=[third.pk]), {"up": "1"})
    assert names(at_desk) == ["one", "three", "two"]
    at_desk.post(reverse("saved-view-place", args=[first.pk]), {"down": "1"})
    assert names(at_desk) == ["three", "one", "two"]
    at_desk.post(reverse("saved-view-place", args=[third.pk]), {"up": "1"})
    assert names(at_desk) == ["three", "one", "two"]


def test_a_view_whose_words_are_no_longer_understood_says_so(at_desk, refund, bea, owner, now):
    [tag] = tags.put_on(refund, ["bank"], by=bea, at=now)
    view = saved(bea, "tag:bank")
    tags.remove(tag, by=owner, at=now)
    page = opened(at_desk, view)
    assert "no longer understood. There is no tag called “bank”." in page
    assert "My refund" not in page


def test_pages_of_a_view_hold_each_case_once(at_desk, hale, ada, bea, now):
    for number in range(60):
        cases.open_case(brand=hale, customer=ada, subject=f"n{number}", words=Words(text="x"), channel="email", at=now)
    view = saved(bea, "channel:email")
    first = opened(at_desk, view)
    second = at_desk.get(re.search(r'href="([^"]+after=[^"]+)"', first)[1]).content.decode()
    refs = re.findall(r'id="row-(C-\w+)"', first), re.findall(r'id="row-(C-\w+)"', second)
    assert [len(one) for one in refs] == [50, 10]
    assert not set(refs[0]) & set(refs[1])


def test_the_inbox_asks_few_questions_for_many_views(at_desk, refund, bea, support, now, django_assert_max_num_queries):
    tags.put_on(refund, ["bank"], by=bea, at=now)
    for number in range(20):
        saved(bea, f"owner:bea team:support brand:hale tag:bank created:<20{40 + number}-01", name=f"n{number}")
    with django_assert_max_num_queries(20):
        assert len(names(at_desk)) == 20
