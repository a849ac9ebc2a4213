"""A list hears of the cases that may stand in it, and of no others."""

import pytest
from django.urls import reverse

from makegood.cases.models import SavedView
from makegood.desk import hearing, inbox
from makegood.desk.tests.reading import live_topics
from makegood.ui import live


@pytest.mark.parametrize(
    ("key", "places"),
    [
        ("mine", lambda bea, team, brand: {live.owned_by(bea.pk)}),
        ("unowned", lambda bea, team, brand: {live.owned_by(None)}),
        ("team", lambda bea, team, brand: {live.of_team(team.pk)}),
        ("all", lambda bea, team, brand: {live.owned_by(bea.pk), live.of_team(team.pk), live.of_brand(brand.pk)}),
    ],
)
def test_each_list_hears_of_its_own(bea, support, hale, key, places):
    assert set(hearing.topics(inbox.VIEWS[key], bea)) == {*places(bea, support, hale), live.ANYWHERE}


def test_who_sees_all_hears_of_all_in_the_list_of_all(owner):
    assert hearing.topics(inbox.VIEWS["all"], owner) == [live.LIST]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("owner:me late", lambda bea, team: live.owned_by(bea.pk)),
        ("owner:none", lambda bea, team: live.owned_by(None)),
        ("team:Support status:open", lambda bea, team: live.of_team(team.pk)),
    ],
)
def test_a_saved_view_hears_of_the_place_that_it_names(bea, support, text, place):
    view = inbox.of_saved(SavedView(owner=bea, name="Mine", text=text))
    assert hearing.topics(view, bea) == [place(bea, support), live.ANYWHERE]


@pytest.mark.parametrize("text", ["status:open", "-owner:me", "owner:nobody-of-this-name"])
def test_one_that_names_none_hears_of_all(bea, text):
    assert hearing.topics(inbox.of_saved(SavedView(owner=bea, name="All", text=text)), bea) == [live.LIST]


def test_a_case_page_hears_of_its_case_and_of_the_list_beside_it(client, bea, refund):
    client.force_login(bea)
    page = client.get(reverse("case", args=[refund.ref]), {"in": "mine"}).content.decode()
    assert {refund.ref, live.owned_by(bea.pk), bea.key} <= live_topics(page)


def test_parts_of_a_case_come_together_and_the_choices_of_colleagues_only_once(client, bea, cleo, refund):
    client.force_login(bea)
    address = reverse("case-parts", args=[refund.ref])
    facts = client.get(address, {"part": ["facts", "beside"]}).content.decode()
    assert 'id="facts"' in facts
    assert 'id="beside"' in facts
    assert 'id="conversation"' not in facts
    assert "Cleo</option>" in facts
    mark = f"{refund.owner_id or ''}-{refund.team_id}"
    again = client.get(address, {"part": "facts", "giving": mark}).content.decode()
    assert f'id="give-{mark}" data-live-keep></div>' in again
    assert "Cleo</option>" not in again
    assert "Cleo</option>" in client.get(address, {"part": "facts", "giving": "another"}).content.decode()
