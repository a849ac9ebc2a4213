"""Acting on many cases from a list: ticked, or all of the view; what was not done is told, and it is undone."""

import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions import bulk, kinds, tags, viewing
from makegood.cases.actions.viewing import Look
from makegood.cases.models import Bulk, BulkRow, Case
from makegood.cases.words import Words


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


@pytest.fixture
def thirty(hale, ada) -> list[Case]:
    return [
        cases.open_case(
            brand=hale, customer=ada, subject=f"n{number}", words=Words(text="x"), channel="email", at=timezone.now()
        )[0]
        for number in range(30)
    ]  # fmt: skip


def act(client, key="all", **typed) -> str:
    """The page that the act leads to."""
    return unescape(client.post(reverse("inbox-bulk", args=[key]), typed, follow=True).content.decode())


def test_ticked_cases_are_done_at_once_and_undone(at_desk, thirty, bea):
    refs = [case.ref for case in thirty[:3]]
    page = act(at_desk, act="take", case=[*refs, "C-NONE", refs[0]])
    assert "3 cases done." in page
    assert Case.objects.filter(owner=bea).count() == 3
    undo = re.search(r'action="(/bulk/[^"]+/undo[^"]*)"', page)[1]
    page = unescape(at_desk.post(undo, follow=True).content.decode())
    assert "3 cases done." in page
    assert not Case.objects.filter(owner=bea).exists()
    assert "/undo" not in page, "what is undone is not undone again"


def test_all_of_a_view_goes_on_behind_the_page(at_desk, thirty, bea):
    page = act(at_desk, act="tag", tags="bank", all="1")
    assert "0 of 30 so far." in page
    while bulk.work(at=timezone.now()):
        pass
    made = Bulk.objects.get()
    page = at_desk.get(reverse("bulk", args=[made.pk]), {"in": "all"}).content.decode()
    assert "30 cases done." in page
    assert all(case.tag_names == ["bank"] for case in Case.objects.all())


def test_all_of_a_saved_view(at_desk, thirty, bea):
    tags.put_on(thirty[4], ["bank"], by=bea, at=timezone.now())
    look = Look(name="Bank", text="tag:bank", sort="newest", columns=())
    view = viewing.save_view(None, look, by=bea, at=timezone.now())
    act(at_desk, key=view.key, act="take", all="1")
    assert list(Case.objects.filter(owner=bea)) == [thirty[4]]


def test_the_kind_of_many_is_set_and_given_back(at_desk, thirty, bea):
    fault, praise = (kinds.add(name, names={}, by=bea, at=timezone.now()) for name in ("Fault", "Praise"))
    kinds.choose(thirty[0], praise, by=bea, at=timezone.now())
    page = act(at_desk, act="kind", kind=str(fault.pk), case=[case.ref for case in thirty[:3]])
    assert Case.objects.filter(kind=fault).count() == 3
    kinds.choose(thirty[1], praise, by=bea, at=timezone.now())
    undo = re.search(r'action="(/bulk/[^"]+/undo[^"]*)"', page)[1]
    page = unescape(at_desk.post(undo, follow=True).content.decode())
    assert "Somebody has chosen another kind meanwhile." in page
    assert not Case.objects.filter(kind=fault).exists()
    assert set(Case.objects.filter(kind=praise)) == set(thirty[:2])


def test_what_was_not_done_is_told_by_case(at_desk, thirty, eve):
    page = act(at_desk, act="give", owner=str(eve.pk), case=[thirty[0].ref])
    assert "1 was not done:" in page
    assert "Eve does not work in its team." in page


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"act": "take"}, "Choose cases first."),
        ({"act": "undo"}, "This cannot be undone any more."),
        ({"act": "explode"}, "Choose what is to be done."),
        ({"act": "tag", "tags": " , "}, "Write a tag first."),
        ({"act": "hand", "team": "x"}, "Choose the team."),
        ({"act": "give", "owner": "x"}, "Choose a colleague, or the rota."),
    ],
)
def test_what_makes_no_sense_is_told(at_desk, thirty, typed, told):
    typed = typed if typed == {"act": "take"} else typed | {"case": thirty[0].ref}
    assert told in act(at_desk, **typed)
    assert not Bulk.objects.exists()


@pytest.mark.parametrize(
    ("typed", "told", "field"),
    [
        ({"act": "hand", "reason": ""}, "Handing over needs a reason", "bulk-reason"),
        ({"act": "tag", "tags": "x" * 60}, "A tag has at most", "bulk-tags"),
        ({"act": "tag", "tags": 'say "hi"'}, "without commas and quotation marks", "bulk-tags"),
        ({"act": "tag", "tags": ",".join(f"t{number}" for number in range(31))}, "A case has at most 30 tags.", "bulk-tags"),
        ({"act": "tie", "problem": "P-1"}, "Choose the known problem.", "bulk-problem"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("searched", [False, True])
def test_what_is_refused_is_told_at_its_field_with_ticks_and_words_kept(
    at_desk, thirty, support, typed, told, field, searched
):
    typed = {"team": str(support.pk), "reason": "They know it.", "tags": "bank"} | typed
    refs = [case.ref for case in thirty[:2]]
    address = reverse("search-bulk") + "?q=owner%3Anone" if searched else reverse("inbox-bulk", args=["all"])
    answer = at_desk.post(address, typed | {"case": refs})
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert told in page
    assert re.search(rf'id="{field}"[^>]* aria-invalid="true" aria-describedby="bulk-told"', page)
    assert re.findall(r'name="case" value="([^"]+)"[^>]* checked', page) in (refs, refs[::-1])
    assert f'value="{typed["tags"]}"' in page
    assert f'value="{typed["reason"]}"' in page
    assert not Bulk.objects.exists()


def test_a_reason_with_nothing_ticked_stays(at_desk, thirty, support):
    page = act(at_desk, act="hand", team=str(support.pk), reason="They know it.")
    assert "Choose cases first." in page
    assert 'value="They know it."' in page


def test_cases_of_others_cannot_be_ticked(client, thirty, eve, cleo):
    client.force_login(eve)
    assert "Choose cases first." in act(client, act="take", case=[thirty[0].ref])
    client.force_login(cleo)
    act(client, act="take", case=[thirty[0].ref])
    client.force_login(eve)
    assert client.get(reverse("bulk", args=[Bulk.objects.get().pk])).status_code == 404
    assert BulkRow.objects.count() == 1


@pytest.mark.parametrize("query", ["tag:bank", "kettle", "owner:none kettle"])
def test_what_a_search_finds_is_ticked_or_taken_whole_and_undone_there(at_desk, hale, ada, bea, thirty, query):
    now = timezone.now()
    found = [
        cases.open_case(
            brand=hale, customer=ada, subject=f"Kettle {number}", words=Words(text="x"), channel="email", at=now
        )[0]
        for number in range(2)
    ]
    for case in found:
        tags.put_on(case, ["bank"], by=bea, at=now)
    page = unescape(at_desk.get(reverse("search"), {"q": query}).content.decode())
    act_on = re.search(r'action="(/search/bulk[^"]*)"', page)[1]
    assert page.count('name="case"') == 2
    page = unescape(at_desk.post(act_on, {"act": "take", "all": "1"}, follow=True).content.decode())
    assert "2 cases done." in page and 'type="search" value="' + query in page
    assert set(Case.objects.filter(owner=bea)) == set(found)
    undo = re.search(r'action="(/bulk/[^"]+/undo[^"]*)"', page)[1]
    page = unescape(at_desk.post(undo, follow=True).content.decode())
    assert "2 cases done." in page and 'type="search" value="' + query in page
    at_desk.post(act_on, {"act": "take", "case": [found[0].ref]})
    assert list(Case.objects.filter(owner=bea)) == [found[0]]
