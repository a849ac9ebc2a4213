import pytest
from django.urls import reverse

from makegood.events.refusals import Refusal
from makegood.staff import actions as staff
from makegood.staff.models import ApiToken, Role, User
from makegood.staff.permissions import WORK_CASES, may


def test_bea_is_out_at_once_everywhere(client, hale, bea, owner, now):
    token = staff.make_token(bea, label="script", by=bea.key, at=now)
    client.force_login(bea)
    assert client.get("/profile/").status_code == 200
    staff.deactivate(bea, by=owner.key, at=now)
    assert client.get("/profile/").status_code == 302
    assert ApiToken.objects.owner_of(token) is None
    assert not may(bea, WORK_CASES)


def test_the_day_she_left_is_written_so_that_nobody_takes_it_for_another(client, hale, bea, owner, now):
    staff.deactivate(bea, by=owner.key, at=now)
    client.force_login(owner)
    assert "left on June 1, 2026" in client.get(reverse("staff")).content.decode()


def test_she_can_come_back_with_her_password_but_not_with_her_old_tokens(client, hale, bea, owner, now):
    token = staff.make_token(bea, label="script", by=bea.key, at=now)
    staff.deactivate(bea, by=owner.key, at=now)
    staff.reactivate(bea, by=owner.key, at=now)
    assert bea.is_active
    assert bea.check_password("correct horse battery")
    assert ApiToken.objects.owner_of(token) is None


def test_who_never_joined_comes_back_as_invited(db, now):
    user = staff.invite(email="new@hale.example", name="New", by="", at=now)
    staff.deactivate(user, by="", at=now)
    assert not user.is_invited
    staff.reactivate(user, by="", at=now)
    assert user.is_invited


def test_the_last_administrator_can_neither_leave_nor_step_down(hale, owner, bea, now):
    with pytest.raises(Refusal, match="last administrator"):
        staff.deactivate(owner, by=owner.key, at=now)
    with pytest.raises(Refusal, match="last administrator"):
        staff.change_role(owner, role=Role.AGENT, by=owner.key, at=now)
    staff.change_role(bea, role=Role.ADMIN, by=owner.key, at=now)
    staff.change_role(owner, role=Role.AGENT, by=owner.key, at=now)
    assert list(User.objects.administrators()) == [bea]


def test_an_administrator_does_it_on_the_page(client, hale, bea, owner):
    client.force_login(owner)
    assert client.post(reverse("staff-deactivation", args=[owner.ref]), follow=True).status_code == 200
    owner.refresh_from_db()
    assert owner.is_active
    client.post(reverse("staff-deactivation", args=[bea.ref]))
    bea.refresh_from_db()
    assert bea.deactivated_at
    assert bea.name in client.get(reverse("staff")).content.decode()
    client.post(reverse("staff-reactivation", args=[bea.ref]))
    bea.refresh_from_db()
    assert bea.is_active


def test_changing_somebody_keeps_all_or_nothing(client, hale, bea, owner, support):
    client.force_login(owner)
    address = reverse("staff-member", args=[owner.ref])
    form = {"name": "New name", "email": owner.email, "role": "agent", "teams": [support.pk]}
    assert "last administrator" in client.post(address, form).content.decode()
    owner.refresh_from_db()
    assert owner.name == "Olive"
    answer = client.post(reverse("staff-member", args=[bea.ref]), form | {"email": "b@hale.example", "role": "lead"})
    assert answer["Location"] == reverse("staff")
    bea.refresh_from_db()
    assert (bea.name, bea.email, bea.role, list(bea.teams.all())) == ("New name", "b@hale.example", "lead", [support])


def test_an_administrator_gives_a_link_to_a_new_password(client, hale, bea, owner):
    client.force_login(owner)
    answer = client.post(reverse("staff-link", args=[bea.ref]))
    assert answer.status_code == 201
    assert "/sign-in/reset/" in answer.context["link"]
