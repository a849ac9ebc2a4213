import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.staff import actions as staff
from makegood.staff import letters, links
from makegood.staff.models import User

AT = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
JOINING = {"name": "Bea Lind", "password": "correct horse battery", "language": "nl", "timezone": "Europe/Amsterdam"}


@pytest.fixture
def invited(hale):
    return staff.invite(email="Bea@Hale.example", name="Bea", by="S-OWNER", at=AT)


def path(link: str) -> str:
    return "/" + link.split("/", 3)[3]


def test_an_invited_person_cannot_sign_in_before_they_accept(invited):
    assert invited.email == "bea@hale.example"
    assert not invited.is_active
    assert not invited.has_usable_password()
    assert invited.is_invited
    assert invited not in User.objects.working()
    assert [event.name for event in Event.objects.about(invited.key)] == ["staff.invited"]


def test_bea_joins_by_her_link_and_is_signed_in(client, invited):
    address = path(links.invitation_link(invited))
    assert client.get(address).status_code == 200
    answer = client.post(address, JOINING)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    invited.refresh_from_db()
    assert invited.is_active
    assert (invited.name, invited.language, invited.timezone) == ("Bea Lind", "nl", "Europe/Amsterdam")
    assert client.session["_auth_user_id"] == str(invited.pk)


def test_the_link_works_once(client, invited):
    address = path(links.invitation_link(invited))
    client.post(address, JOINING)
    assert client.get(address).status_code == 410
    assert client.post(address, JOINING).status_code == 410


def test_the_link_is_for_her_alone_and_for_this_purpose_alone(client, invited):
    eve = staff.invite(email="eve@hale.example", name="Eve", by="", at=AT)
    token = links.INVITATION.make_token(invited)
    assert client.get(reverse("invitation", args=[eve.ref, token])).status_code == 410
    assert client.get(reverse("reset", args=[invited.ref, token])).status_code == 410
    assert client.get(reverse("invitation", args=[invited.ref, "nonsense"])).status_code == 410


def test_an_invitation_ends_after_three_days_and_a_reset_after_an_hour(invited):
    class EarlierBy(links.Key):
        def __init__(self, *, ago, **kwargs):
            super().__init__(**kwargs)
            self.ago = ago

        def _now(self):
            return super()._now() - self.ago

    for purpose, key in (("invitation", links.INVITATION), ("reset", links.RESET)):
        for ago, opens in (
            (key.lifetime - dt.timedelta(minutes=1), True),
            (key.lifetime + dt.timedelta(minutes=1), False),
        ):
            token = EarlierBy(purpose=purpose, lifetime=key.lifetime, ago=ago).make_token(invited)
            assert key.opens(invited, token) is opens


@pytest.mark.parametrize("wrong", [{"password": "short"}, {"password": "password123"}, {"timezone": "Mars/Olympus"}])
def test_joining_with_something_wrong_says_what(client, invited, wrong):
    answer = client.post(path(links.invitation_link(invited)), JOINING | wrong)
    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == wrong.keys()


def test_one_address_is_one_person(invited):
    with pytest.raises(Refusal, match="already here"):
        staff.invite(email="BEA@hale.example", name="Bea again", by="", at=AT)


@pytest.mark.parametrize(
    "wrong", [{"email": "bea"}, {"name": " "}, {"language": "tlh"}, {"timezone": "Nowhere"}, {"role": "king"}]
)
@pytest.mark.django_db
def test_nonsense_is_refused(wrong):
    with pytest.raises(ValueError):
        staff.invite(**({"email": "x@hale.example", "name": "X", "by": "", "at": AT} | wrong))


def test_an_administrator_invites_and_sees_the_link_this_once(client, hale, owner):
    client.force_login(owner)
    form = {"name": "Bea", "email": "bea@new.example", "role": "agent", "language": "en", "timezone": "UTC"}
    answer = client.post(reverse("staff-invite"), form)
    bea = User.objects.get(email="bea@new.example")
    assert answer.status_code == 201
    assert answer["Cache-Control"].count("no-store")
    link = answer.context["link"]
    assert link in answer.content.decode()
    client.logout()
    assert client.get(path(link)).status_code == 200
    assert bea.invited_at <= timezone.now()


def test_inviting_again_gives_a_new_link_until_they_have_joined(client, owner, invited):
    client.force_login(owner)
    answer = client.post(reverse("staff-link", args=[invited.ref]))
    assert "/invitations/" in answer.context["link"]
    with pytest.raises(Refusal):
        staff.invite_again(owner, by="", at=AT)


def test_the_letters_speak_the_reader_s_language_and_carry_the_link(invited):
    letter = letters.invitation(invited, organisation="Hale & Sons")
    assert letter.to == "bea@hale.example"
    assert "Hale & Sons" in letter.subject
    assert "/invitations/" in letter.text
    assert "/sign-in/reset/" in letters.password_reset(invited).text
