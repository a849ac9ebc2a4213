"""The fields that give a case away are written as the forms would write them, whatever people are called."""

import re

from makegood.desk import giving
from makegood.desk.forms import Colleagues, HandOverForm, OwnerForm


def normalised(html: object) -> str:
    """HTML without the spaces that nobody sees: those beside a tag."""
    return re.sub(r"\s*([<>])\s*", r"\1", str(html))


def test_the_fields_are_those_of_the_forms(refund, bea, hale):
    bea.name = 'Bea <script>alert("&")</script>'
    bea.save()
    colleagues = Colleagues.of(refund)
    for owner in ("", str(bea.pk)):
        form = OwnerForm(colleagues=colleagues, initial={"owner": owner})
        assert normalised(giving.to_colleague(colleagues, owner=owner)) == normalised(form)
    form = HandOverForm(colleagues=colleagues, initial={"team": refund.team_id})
    written = normalised(giving.to_team(colleagues, team=str(refund.team_id)))
    assert written == normalised(form)
    assert "<script" not in written
    assert "&lt;script&gt;" in written


def test_colleagues_are_read_with_one_question(refund, bea, cleo, hale, django_assert_num_queries):
    with django_assert_num_queries(1):
        colleagues = Colleagues.of(refund)
    assert list(colleagues.people.values()) == sorted(colleagues.people.values(), key=str.casefold)
    assert {str(bea.pk), str(cleo.pk)} <= colleagues.people.keys()
    assert colleagues.teams == {str(team.pk): team.name for team in hale.teams.all()}


def test_who_left_and_who_is_invited_are_given_nothing(refund, bea, cleo):
    cleo.is_active = False
    cleo.save()
    assert str(cleo.pk) not in Colleagues.of(refund).people
    assert not OwnerForm({"owner": str(cleo.pk)}, colleagues=Colleagues.of(refund)).is_valid()
