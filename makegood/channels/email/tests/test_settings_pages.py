"""Mailboxes are set, tested for real, and parked mail is looked at, by those who may."""

import re
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from django.urls import reverse

from makegood.brands import actions as brands
from makegood.channels.email import actions as email
from makegood.channels.email import reasons
from makegood.channels.email.models import Mailbox, RawMail
from makegood.channels.email.tests.conftest import mail
from makegood.staff.secrets import unseal


@pytest.fixture
def parked(box, now):
    [raw] = email.store(
        mail().as_bytes(), mailboxes=[box], source="smtp", envelope_from="a@x.example", envelope_to=[], at=now
    )
    email.park(raw, reason="It broke the parser.", at=now)
    return raw


def fields(**more):
    return {
        "address": "help@hale.example", "imap_port": 993, "imap_security": "tls", "imap_sign": "password",
        "imap_folder": "INBOX", "imap_begin": "unread", "oauth_grant": "refresh", "smtp_port": 587, "smtp_security": "starttls", "smtp_sign": "password",
        "silent_after_hours": 24,
    } | more  # fmt: skip


def test_a_lead_sees_what_is_parked_for_her_brands_and_only_that(client, hale, box, parked, cleo, now):
    client.force_login(cleo)
    assert "It broke the parser." in client.get(reverse("parked")).content.decode()
    north = brands.open_brand(name="North", languages=["en"], timezone="UTC", calendar=hale.calendar, by="", at=now)
    other = email.open_mailbox(brand=north, address="north@hale.example", by="", at=now)
    [theirs] = email.store(
        mail().as_bytes(), mailboxes=[other], source="smtp", envelope_from="b@x.example", envelope_to=[], at=now
    )
    assert "b@x.example" not in client.get(reverse("parked")).content.decode()
    assert client.post(reverse("parked-replay", args=[theirs.pk])).status_code == 404


def test_a_mailbox_is_opened_and_its_password_is_sealed(client, hale, owner):
    client.force_login(owner)
    data = fields(brand=hale.pk, smtp_host="127.0.0.1", smtp_secret="hush hush")
    assert client.post(reverse("mailbox-new"), data).status_code == 302
    made = Mailbox.objects.get(address="help@hale.example")
    assert "hush" not in made.smtp_secret
    assert unseal(made.smtp_secret) == "hush hush"
    shown = client.get(reverse("mailbox", args=[made.pk])).content.decode()
    assert "hush" not in shown
    assert made.smtp_secret not in shown
    client.post(reverse("mailbox", args=[made.pk]), data | {"smtp_secret": "", "name": "Help"})
    made.refresh_from_db()
    assert (made.name, unseal(made.smtp_secret)) == ("Help", "hush hush")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"address": "nonsense"}, "is not a mail address"),
        ({"address": "support@hale.example"}, "is a mailbox already"),
        ({"smtp_host": "mx.example", "smtp_port": 99999}, "from 1 to 65535"),
        ({"imap_host": "mx.example", "imap_sign": "xoauth2"}, "needs the token address"),
        ({"imap_host": "mx.example", "imap_user": "help"}, "Enter the password, or choose another way of signing in."),
        ({"smtp_host": "mx.example"}, "Enter the password, or choose another way of signing in."),
    ],
)
def test_slips_are_told_at_their_place(client, hale, box, owner, wrong, told):
    client.force_login(owner)
    response = client.post(reverse("mailbox-new"), fields(brand=hale.pk) | wrong)
    assert response.status_code == 422
    assert told in response.content.decode()
    assert Mailbox.objects.count() == 1


def test_the_form_is_read_in_groups_and_says_who_is_meant_without_a_user(client, box, owner):
    client.force_login(owner)
    form = client.get(reverse("mailbox", args=[box.pk])).context["form"]
    grouped = [field.name for group in form.groups() for field in group.fields]
    assert sorted(grouped) == sorted(form.fields), "every field is in one group"
    shown = client.get(reverse("mailbox-new")).content.decode()
    for legend in ("The mailbox", "Incoming mail", "Outgoing mail", "Signing in with OAuth 2"):
        assert f"<legend>{legend}</legend>" in shown
    assert shown.count("Empty: the address above.") == 2
    assert f'<option value="{box.brand_id}" selected>' in shown, "there is one brand, so it is chosen"


def test_one_slip_is_told_once_though_both_servers_ask(client, hale, owner):
    client.force_login(owner)
    both = fields(
        brand=hale.pk, imap_host="mx.example", imap_sign="xoauth2", smtp_host="mx.example", smtp_sign="xoauth2"
    )
    form = client.post(reverse("mailbox-new"), both).context["form"]
    assert [len(told) for told in form.errors.values()] == [1, 1]


def test_a_server_without_sign_in_needs_no_password_and_an_address_without_scheme_is_https(client, hale, owner):
    client.force_login(owner)
    data = fields(brand=hale.pk, imap_host="mx.example", imap_sign="none", oauth_token_url="login.example/token")
    assert client.post(reverse("mailbox-new"), data).status_code == 302
    assert Mailbox.objects.get(address="help@hale.example").oauth_token_url == "https://login.example/token"


def test_test_now_really_sends(client, box, owner, outside):
    client.force_login(owner)
    shown = client.post(reverse("mailbox-test", args=[box.pk])).content.decode()
    assert "It left for olive@hale.example" in shown
    (arrived,) = outside.to("olive@hale.example")
    assert arrived["Message-ID"].endswith("@hale.example>")
    assert parsedate_to_datetime(arrived["Date"])


def test_test_now_says_what_to_do_when_it_fails(client, box, owner, settings):
    client.force_login(owner)
    settings.SMTP_URL = ""
    assert "No outgoing server is set" in client.post(reverse("mailbox-test", args=[box.pk])).content.decode()
    settings.SMTP_URL = "smtp://127.0.0.1:1"
    assert "Nothing listens there" in client.post(reverse("mailbox-test", args=[box.pk])).content.decode()


def test_a_parked_mail_is_tried_again_or_thrown_away_with_a_reason(client, parked, owner):
    client.force_login(owner)
    assert "It broke the parser." in client.get(reverse("parked")).content.decode()
    assert client.post(reverse("parked-discard", args=[parked.pk]), {"reason": ""}).status_code == 422
    client.post(reverse("parked-replay", args=[parked.pk]))
    parked.refresh_from_db()
    assert parked.state == RawMail.State.RECEIVED


@pytest.mark.parametrize(
    ("outcome", "reason", "says"),
    [
        ("opened", "No greeting: limit-address", "this address has had enough greetings this hour"),
        ("continued", "thread", "It answers a mail of the case."),
        ("bounce", "not delivered, as was known", "as another report has said before"),
        ("blocked", "Its sender is blocked.", "from a blocked sender"),
        ("parked", "KeyError: &#x27;x&#x27;", "the program says: KeyError"),
        ("discarded", "thread", "<td>thread</td>"),
    ],
)
def test_why_a_mail_became_what_it_became_is_told_in_words(client, parked, owner, outcome, reason, says):
    RawMail.objects.update(outcome=outcome, reason=reason)
    client.force_login(owner)
    shown = client.get(reverse("parked")).content.decode()
    assert says in shown
    assert "No greeting: " not in shown


def test_and_in_the_reader_s_language(client, parked, owner):
    owner.language = "lt"
    owner.save(update_fields=["language"])
    RawMail.objects.update(outcome="opened", reason="No greeting: limit-address")
    client.force_login(owner)
    for page in (reverse("parked"), reverse("parked-one", args=[parked.pk])):
        shown = client.get(page).content.decode()
        assert "greeting" not in shown
        assert "šis adresas šią valandą" in shown


def test_a_fetched_mail_has_no_envelope_and_is_named_by_its_writer(client, deliver, owner):
    deliver(mail(), envelope_from="")
    client.force_login(owner)
    assert "<td>ada@customer.example</td>" in client.get(reverse("parked")).content.decode()


def test_every_reason_that_is_kept_has_words():
    """What the code passes as a reason is either told in words, or a trouble of the program's."""
    folder = Path(email.__file__).parent
    source = "".join((folder / name).read_text() for name in ("taking_in.py", "bouncing.py"))
    kept = re.findall(r'(?<!")"((?:Its?|The|Too|An) [A-Za-z ]+\.|not delivered[a-z, ]*)"', source)
    assert len(set(kept)) >= 10
    for reason in kept:
        raw = RawMail(outcome="parked", reason=reason)
        assert "the program says" not in reasons.told(raw), reason


def test_a_closed_mailbox_takes_no_mail_until_it_is_opened_again(client, box, owner):
    client.force_login(owner)
    client.post(reverse("mailbox-close", args=[box.pk]))
    box.refresh_from_db()
    assert not box.is_active
    assert "Open it again" in client.get(reverse("mailbox", args=[box.pk])).content.decode()
    client.post(reverse("mailbox-reopening", args=[box.pk]))
    box.refresh_from_db()
    assert box.is_active
