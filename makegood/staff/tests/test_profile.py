import re
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.staff import actions as staff
from makegood.staff import links
from makegood.staff.models import ApiToken, User
from makegood.staff.second_factor.tests import phone

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
    phone.password(client, bea)
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


def test_from_a_screen_left_open_a_token_takes_the_password_once_more_and_its_name_waits(client, hale, bea):
    client.force_login(bea)
    asked = client.post(reverse("profile-tokens"), {"label": "night & day"})
    confirmation = reverse("profile-confirmation")
    assert asked["Location"].startswith(confirmation)
    assert not bea.api_tokens.exists()
    wanted = client.get(asked["Location"]).context["wanted"]
    assert client.post(confirmation, {"confirm-proof": "wrong", "next": wanted}).status_code == 400
    assert client.post(reverse("profile-tokens"), {"label": "night & day"}).status_code == 302
    back = client.post(confirmation, {"confirm-proof": phone.PASSWORD, "next": wanted})["Location"]
    assert back.endswith("#tokens")
    assert 'value="night &amp; day"' in client.get(back).content.decode()
    assert client.post(reverse("profile-tokens"), {"label": "night & day"}).status_code == 201
    assert bea.api_tokens.get().label == "night & day"


def test_her_own_new_password_and_signing_out_elsewhere_leave_her_tokens_and_the_page_says_so(client, hale, bea, now):
    token = staff.make_token(bea, label="script", by=bea.key, at=now)
    client.force_login(bea)
    assert "They go on working when you change your password" in client.get(reverse("profile")).content.decode()
    client.post(reverse("profile-password"), {"current": "correct horse battery", "password": "another long phrase"})
    client.post(reverse("profile-sessions"))
    assert ApiToken.objects.owner_of(token) == bea


def test_a_new_password_by_a_mailed_link_revokes_her_tokens_and_says_so(client, hale, bea, now):
    tokens = [staff.make_token(bea, label="script", by=bea.key, at=now) for _number in range(2)]
    answer = client.post(urlsplit(links.reset_link(bea)).path, {"password": "another long phrase"}, follow=True)
    assert "Your tokens for the programming interface are revoked." in answer.content.decode()
    assert [ApiToken.objects.owner_of(token) for token in tokens] == [None, None]
    assert Event.objects.about(bea.key).filter(name="staff.token_revoked").count() == 2


def test_an_administrator_who_signs_her_out_everywhere_revokes_her_tokens(client, hale, bea, owner, now):
    token = staff.make_token(bea, label="script", by=bea.key, at=now)
    client.force_login(owner)
    address = reverse("staff-sessions", args=[bea.ref])
    assert "revokes their tokens" in client.get(address).content.decode()
    client.post(address)
    assert ApiToken.objects.owner_of(token) is None
    assert Event.objects.about(bea.key).get(name="staff.token_revoked").by == owner.key


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
