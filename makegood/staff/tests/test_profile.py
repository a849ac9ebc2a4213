import re

import pytest
from django.test import Client
from django.urls import reverse

from makegood.events.refusals import Refusal
from makegood.staff import actions as staff
from makegood.staff.models import ApiToken, User

OWN = {"name": "Bea Lind", "language": "lt", "timezone": "Europe/Vilnius", "undo_seconds": "20"}


def test_bea_sets_her_own_name_language_and_undo_time(client, hale, bea):
    client.force_login(bea)
    assert client.post(reverse("profile"), OWN)["Location"] == reverse("profile")
    bea.refresh_from_db()
    assert (bea.name, bea.language, bea.timezone) == ("Bea Lind", "lt", "Europe/Vilnius")
    assert bea.undo_seconds == 20
    assert 'lang="lt"' in client.get(reverse("profile")).content.decode()


@pytest.mark.parametrize(
    "wrong", [{"undo_seconds": "999"}, {"undo_seconds": "7"}, {"timezone": "../etc"}, {"language": "xx"}, {"name": ""}]
)
def test_nonsense_is_said_beside_its_field(client, hale, bea, wrong):
    client.force_login(bea)
    answer = client.post(reverse("profile"), OWN | wrong)
    assert answer.context["form"].errors.keys() == wrong.keys()


def test_she_changes_her_password_and_stays_signed_in_only_here(client, hale, bea):
    elsewhere = Client()
    elsewhere.force_login(bea)
    client.force_login(bea)
    address = reverse("profile-password")
    assert client.post(address, {"current": "wrong", "password": "another long phrase"}).status_code == 400
    answer = client.post(address, {"current": "correct horse battery", "password": "another long phrase"})
    assert answer.status_code == 302
    assert client.get(reverse("profile")).status_code == 200
    assert elsewhere.get(reverse("profile")).status_code == 302


def test_a_stolen_session_cannot_guess_the_password(client, hale, bea):
    client.force_login(bea)
    for _ in range(5):
        client.post(reverse("profile-password"), {"current": "wrong", "password": "another long phrase"})
    right = {"current": "correct horse battery", "password": "another long phrase"}
    assert "Too many tries" in client.post(reverse("profile-password"), right).content.decode()


def test_she_signs_out_everywhere_else(client, hale, bea):
    elsewhere = Client()
    elsewhere.force_login(bea)
    client.force_login(bea)
    client.post(reverse("profile-sessions"))
    assert client.get(reverse("profile")).status_code == 200
    assert elsewhere.get(reverse("profile")).status_code == 302


def test_a_token_is_shown_once_works_and_is_revoked(client, hale, bea):
    client.force_login(bea)
    shown = client.post(reverse("profile-tokens"), {"label": "script"}).content.decode()
    plain = re.search(r"mg_[\w-]{43}", shown)[0]
    assert ApiToken.objects.owner_of(plain) == bea
    assert ApiToken.objects.owner_of(plain + "x") is None
    assert ApiToken.objects.owner_of("") is None
    token = bea.api_tokens.get()
    assert plain not in str(vars(token))
    page = client.get(reverse("profile")).content.decode()
    assert "script" in page
    assert plain not in page
    client.post(reverse("token-revocation", args=[token.pk]))
    assert ApiToken.objects.owner_of(plain) is None


def test_nobody_revokes_another_s_token(client, hale, bea, eve, now):
    staff.make_token(bea, label="script", by=bea.key, at=now)
    client.force_login(eve)
    assert client.post(reverse("token-revocation", args=[bea.api_tokens.get().pk])).status_code == 404


def test_a_seller_has_no_token(client, hale, sol, now):
    client.force_login(sol)
    assert "programming interface" not in client.get(reverse("profile")).content.decode()
    assert client.post(reverse("profile-tokens"), {"label": "x"}).status_code == 403
    with pytest.raises(Refusal):
        staff.make_token(sol, label="x", by=sol.key, at=now)


@pytest.mark.parametrize(("kept", "shown"), [(0, "0"), (20, "20"), (60, "30"), (7, "5")])
def test_the_time_to_undo_is_chosen_and_what_was_typed_before_is_the_nearest(client, hale, bea, kept, shown):
    User.objects.filter(pk=bea.pk).update(undo_seconds=kept)
    client.force_login(bea)
    page = client.get(reverse("profile")).content.decode()
    assert f'<option value="{shown}" selected>' in page
